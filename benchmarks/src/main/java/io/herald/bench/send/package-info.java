/** What a message costs on its way out when nothing limits it, next to a bare client. */
@NullMarked
package io.herald.bench.send;

import org.jspecify.annotations.NullMarked;
