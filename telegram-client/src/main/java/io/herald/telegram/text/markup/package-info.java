/** The ways to write formatted text, by name. */
@NullMarked
package io.herald.telegram.text.markup;

import org.jspecify.annotations.NullMarked;
