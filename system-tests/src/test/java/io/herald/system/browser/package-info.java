/** The emulator's web chat in a real browser. */
@NullMarked
package io.herald.system.browser;

import org.jspecify.annotations.NullMarked;
