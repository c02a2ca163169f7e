/** Signs what Herald hands out and takes back: download links, the data of buttons. */
@NullMarked
package io.herald.runtime.sign;

import org.jspecify.annotations.NullMarked;
