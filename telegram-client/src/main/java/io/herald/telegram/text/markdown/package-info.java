/** Markdown (CommonMark) as people write it. */
@NullMarked
package io.herald.telegram.text.markdown;

import org.jspecify.annotations.NullMarked;
