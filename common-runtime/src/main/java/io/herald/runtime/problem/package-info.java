/** How an HTTP endpoint says that something is wrong. */
@NullMarked
package io.herald.runtime.problem;

import org.jspecify.annotations.NullMarked;
