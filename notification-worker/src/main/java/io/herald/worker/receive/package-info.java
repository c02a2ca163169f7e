/** Takes outbound messages from Kafka and puts aside those that can't be delivered. */
@NullMarked
package io.herald.worker.receive;

import org.jspecify.annotations.NullMarked;
