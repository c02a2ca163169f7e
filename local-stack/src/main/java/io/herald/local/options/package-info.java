/** Command line options, and the one line that says what is wrong with them. */
@NullMarked
package io.herald.local.options;

import org.jspecify.annotations.NullMarked;
