/** Jobs: what people want done by programs, and how far that is. */
@NullMarked
package io.herald.model.job;

import org.jspecify.annotations.NullMarked;
