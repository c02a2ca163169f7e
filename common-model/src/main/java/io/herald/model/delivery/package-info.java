/** What became of messages, as it lies on Kafka. */
@NullMarked
package io.herald.model.delivery;

import org.jspecify.annotations.NullMarked;
