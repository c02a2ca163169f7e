/** Indexes in Redis over topics of Kafka, which rebuild themselves when Redis has lost them. */
@NullMarked
package io.herald.runtime.index;

import org.jspecify.annotations.NullMarked;
