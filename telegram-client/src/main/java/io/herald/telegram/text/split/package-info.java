/** Text in parts that fit into messages. */
@NullMarked
package io.herald.telegram.text.split;

import org.jspecify.annotations.NullMarked;
