/** A real Prometheus in front of the running system: what it sees, and when it speaks up. */
@NullMarked
package io.herald.system.alert;

import org.jspecify.annotations.NullMarked;
