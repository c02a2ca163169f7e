package io.herald.runtime.blob;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.model.topic.Topics;
import io.herald.runtime.kafka.PublishRecord;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Keeps uploaded files on {@code herald.blobs}, in pieces of one key. The id says where a file
 * lies; no index is kept. Kafka gone: storing and fetching fail within seconds, and the caller
 * decides.
 */
public final class Blobs implements AutoCloseable {

  /** The largest file that is kept: the largest that Telegram takes from a bot. */
  public static final int MOST_BYTES = 50 * 1024 * 1024;

  /** Small enough that a piece holds up nobody else's records for long. */
  static final int PIECE_BYTES = 512 * 1024;

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  // Each holds a whole file in memory.
  private static final int FETCHED_AT_ONCE = 4;
  private static final int WAITING = 1_000;

  private final Scheduler readers =
      Schedulers.newBoundedElastic(FETCHED_AT_ONCE, WAITING, "blobs", 60, true);
  private final PublishRecord publish;
  private final ReadBlob read;

  Blobs(PublishRecord publish, Map<String, Object> consumerProperties) {
    this.publish = publish;
    this.read = new ReadBlob(consumerProperties, PATIENCE);
  }

  /**
   * Keeps a file, for as long as the topic keeps its records.
   *
   * @param blob 1 to {@value #MOST_BYTES} bytes
   * @return the file's id, 1 to 100 of {@code A-Za-z0-9_-}, when all of it is durable; fails with a
   *     Kafka exception when it is not known to be
   */
  public Mono<String> store(Blob blob) {
    int size = blob.bytes().length;
    if (size < 1 || size > MOST_BYTES) {
      return Mono.error(
          new IllegalArgumentException("a file has 1 to " + MOST_BYTES + " bytes, not " + size));
    }
    return Mono.defer(() -> publishPieces(blob, BlobId.newKey()));
  }

  private Mono<String> publishPieces(Blob blob, byte[] key) {
    int pieces = Math.ceilDiv(blob.bytes().length, PIECE_BYTES);
    return Flux.range(0, pieces)
        .concatMap(index -> publish.publishAt(piece(blob, key, index)), 1)
        .collectList()
        .map(places -> id(blob, key, places).toString());
  }

  private static ProducerRecord<byte[], byte[]> piece(Blob blob, byte[] key, int index) {
    int from = index * PIECE_BYTES;
    int to = Math.min(from + PIECE_BYTES, blob.bytes().length);
    var record =
        new ProducerRecord<>(Topics.BLOBS, key, Arrays.copyOfRange(blob.bytes(), from, to));
    if (index == 0) {
      record.headers().add(ReadBlob.TYPE, blob.type().getBytes(UTF_8));
      if (blob.name() != null) {
        record.headers().add(ReadBlob.NAME, blob.name().getBytes(UTF_8));
      }
    }
    return record;
  }

  private static BlobId id(Blob blob, byte[] key, List<RecordMetadata> places) {
    RecordMetadata first = places.getFirst();
    long span = places.getLast().offset() - first.offset();
    return new BlobId(
        first.partition(),
        first.offset(),
        Math.toIntExact(span),
        blob.bytes().length,
        key,
        BlobId.hash(blob.bytes()));
  }

  /** Bytes of the file of that id, as the id says; 0 when it is none. */
  public static int size(String id) {
    return BlobId.parse(id).map(BlobId::size).orElse(0);
  }

  /**
   * The file; empty when there is none of that id, or none any more, or it is not what was stored.
   * Fails with a Kafka exception when Kafka is away.
   */
  public Mono<Blob> fetch(String id) {
    return Mono.justOrEmpty(BlobId.parse(id)).flatMap(this::fetch);
  }

  private Mono<Blob> fetch(BlobId id) {
    return Mono.fromCallable(() -> read.read(id)).subscribeOn(readers).flatMap(Mono::justOrEmpty);
  }

  @Override
  public void close() {
    readers.dispose();
  }
}
