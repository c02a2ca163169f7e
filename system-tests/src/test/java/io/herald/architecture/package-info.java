/** The shape of the code: which module may know which, how packages are made, how it is written. */
@NullMarked
package io.herald.architecture;

import org.jspecify.annotations.NullMarked;
