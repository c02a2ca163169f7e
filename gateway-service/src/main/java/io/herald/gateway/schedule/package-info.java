/** Schedules as people and programs ask for them and change them over HTTP. */
@NullMarked
package io.herald.gateway.schedule;

import org.jspecify.annotations.NullMarked;
