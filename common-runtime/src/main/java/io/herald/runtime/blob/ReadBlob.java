package io.herald.runtime.blob;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.model.topic.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads a file from where its id says that it lies. It blocks, with a consumer of its own. */
final class ReadBlob {

  /** Header of a file's first piece: its media type. */
  static final String TYPE = "content-type";

  /** Header of a file's first piece: its name, if it has one. */
  static final String NAME = "name";

  private static final String UNKNOWN_TYPE = "application/octet-stream";
  private static final Duration POLL = Duration.ofMillis(100);

  private final Map<String, Object> properties;
  private final Duration patience;

  /**
   * Reads with these settings.
   *
   * @param consumerProperties how Kafka is reached; what matters here is set here
   * @param patience how long Kafka may bring nothing
   */
  ReadBlob(Map<String, Object> consumerProperties, Duration patience) {
    this.patience = patience;
    properties = new HashMap<>(consumerProperties);
    properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) patience.toMillis());
    properties.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) patience.toMillis());
    properties.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 5);
    properties.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 8 * Blobs.PIECE_BYTES);
    properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 8 * Blobs.PIECE_BYTES);
  }

  /** The file, or nothing where it is not or not as it was stored. */
  Optional<Blob> read(BlobId id) {
    var bytes = new ByteArrayDeserializer();
    try (var consumer = new KafkaConsumer<>(properties, bytes, bytes)) {
      if (id.partition() >= consumer.partitionsFor(Topics.BLOBS).size()) {
        return Optional.empty();
      }
      var partition = new TopicPartition(Topics.BLOBS, id.partition());
      if (id.last() >= consumer.endOffsets(List.of(partition)).get(partition)) {
        return Optional.empty();
      }
      consumer.assign(List.of(partition));
      consumer.seek(partition, id.first());
      return gather(id, consumer);
    } catch (OffsetOutOfRangeException e) {
      return Optional.empty();
    }
  }

  private Optional<Blob> gather(BlobId id, KafkaConsumer<byte[], byte[]> consumer) {
    var pieces = new Pieces(id);
    long progress = System.nanoTime();
    while (!pieces.isDone()) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        pieces.add(record);
        progress = System.nanoTime();
      }
      if (System.nanoTime() - progress > patience.toNanos()) {
        throw new TimeoutException("Kafka brings nothing of " + Topics.BLOBS);
      }
    }
    return pieces.file();
  }

  /** A header as text; null if the record does not have it. */
  static @Nullable String header(ConsumerRecord<byte[], byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
  }

  /** The media type of the file that begins with that piece. */
  static String type(ConsumerRecord<byte[], byte[]> first) {
    String type = header(first, TYPE);
    return type == null ? UNKNOWN_TYPE : type;
  }
}
