/** What happened: accepted messages, calls, and how long replies took. */
@NullMarked
package io.herald.emulator.journal;

import org.jspecify.annotations.NullMarked;
