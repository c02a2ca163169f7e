/** An upgrade of the running system: every service is replaced, one replica after the other. */
@NullMarked
package io.herald.system.rolling;

import org.jspecify.annotations.NullMarked;
