/** The Bot API's methods, without HTTP. */
@NullMarked
package io.herald.emulator.api;

import org.jspecify.annotations.NullMarked;
