/**
 * Who has linked their Telegram: the record on Kafka, its index in Redis, and the codes to link
 * with.
 */
@NullMarked
package io.herald.runtime.account;

import org.jspecify.annotations.NullMarked;
