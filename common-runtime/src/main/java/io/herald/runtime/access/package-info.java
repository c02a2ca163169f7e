/** Who calls an HTTP endpoint, and what that caller may do. */
@NullMarked
package io.herald.runtime.access;

import org.jspecify.annotations.NullMarked;
