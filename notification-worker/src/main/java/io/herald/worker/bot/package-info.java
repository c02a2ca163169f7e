/** The bots that this worker sends for, and whether Telegram knows them. */
@NullMarked
package io.herald.worker.bot;

import org.jspecify.annotations.NullMarked;
