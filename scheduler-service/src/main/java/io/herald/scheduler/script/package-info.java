/** What notification scripts print, and who is told of it. */
@NullMarked
package io.herald.scheduler.script;

import org.jspecify.annotations.NullMarked;
