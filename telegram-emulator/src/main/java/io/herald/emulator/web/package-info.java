/** The Bot API over HTTP. */
@NullMarked
package io.herald.emulator.web;

import org.jspecify.annotations.NullMarked;
