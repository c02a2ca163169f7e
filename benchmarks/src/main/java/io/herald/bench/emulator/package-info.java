/** The local Telegram that is sent to: its process, its control API and its log of what arrived. */
@NullMarked
package io.herald.bench.emulator;

import org.jspecify.annotations.NullMarked;
