/** Tells people how far their jobs are: one message for each job, which is edited in place. */
@NullMarked
package io.herald.bot.progress;

import org.jspecify.annotations.NullMarked;
