/** Real child processes: started with a log and a pid file, awaited, stopped, killed, restarted. */
@NullMarked
package io.herald.local.process;

import org.jspecify.annotations.NullMarked;
