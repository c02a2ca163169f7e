/** Schedules as every service may ask for them and change them, and when they are due. */
@NullMarked
package io.herald.runtime.schedule;

import org.jspecify.annotations.NullMarked;
