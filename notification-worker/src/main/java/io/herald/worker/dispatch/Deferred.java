package io.herald.worker.dispatch;

import org.apache.kafka.common.TopicPartition;

/**
 * A message that was read and whose content was let go, because so many of its chat wait before it.
 * It stays where it is in Kafka, and is read again when its turn comes.
 *
 * @param partition where its record lies
 * @param offset at which offset
 * @param assignment the partition that it came with
 * @param receipt told when the record is done with
 */
public record Deferred(
    TopicPartition partition, long offset, Assignment assignment, Receipt receipt) {}
