/** Commands about jobs: starting them, looking at them, cancelling them. */
@NullMarked
package io.herald.bot.job;

import org.jspecify.annotations.NullMarked;
