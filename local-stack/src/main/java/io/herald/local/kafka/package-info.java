/** A real single-node Kafka broker, within this JVM or as its own process. */
@NullMarked
package io.herald.local.kafka;

import org.jspecify.annotations.NullMarked;
