/** Topics, publishing, consuming in order, dead letters, and whether Kafka can be reached. */
@NullMarked
package io.herald.runtime.kafka;

import org.jspecify.annotations.NullMarked;
