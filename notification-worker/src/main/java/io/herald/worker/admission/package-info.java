/**
 * Leave to send: who may make a call to Telegram now, and what is remembered about earlier ones.
 */
@NullMarked
package io.herald.worker.admission;

import org.jspecify.annotations.NullMarked;
