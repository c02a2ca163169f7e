/** Formatted text as messages. */
@NullMarked
package io.herald.telegram.text.layout;

import org.jspecify.annotations.NullMarked;
