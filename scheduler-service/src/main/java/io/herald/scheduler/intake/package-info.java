/** Takes in what people and programs want of jobs. */
@NullMarked
package io.herald.scheduler.intake;

import org.jspecify.annotations.NullMarked;
