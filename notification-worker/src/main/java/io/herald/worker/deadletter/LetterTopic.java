package io.herald.worker.deadletter;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Looks into the topic of dead letters, as an observer that belongs to no group. It blocks. Kafka
 * gone or too slow: a {@link TimeoutException} after the time that it was given.
 */
final class LetterTopic implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(100);
  // Reading on is cheaper than asking anew, up to about one answer of the broker.
  private static final int GAP = 200;

  private final Consumer<byte[], byte[]> consumer;
  private final String topic;
  private final LongSupplier nanoTime;
  private final long deadline;

  /**
   * The topic, for one use.
   *
   * @param consumer fresh, with {@code auto.offset.reset=earliest}; closed after use
   * @param patience how long all of it may take
   * @param nanoTime a clock that only goes forward
   */
  LetterTopic(
      Consumer<byte[], byte[]> consumer, String topic, Duration patience, LongSupplier nanoTime) {
    this.consumer = consumer;
    this.topic = topic;
    this.nanoTime = nanoTime;
    this.deadline = nanoTime.getAsLong() + patience.toNanos();
  }

  boolean isLate() {
    return nanoTime.getAsLong() - deadline >= 0;
  }

  /** The partitions, as far as they hold what the filter's times mean. */
  List<Tail> tails(LetterFilter filter) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(topic, info.partition()))
            .toList();
    Map<TopicPartition, Long> begin = consumer.beginningOffsets(partitions);
    Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
    Map<TopicPartition, Long> from =
        filter.since() == null ? begin : offsets(end, filter.since().toEpochMilli());
    Map<TopicPartition, Long> to =
        filter.before() == null ? end : offsets(end, filter.before().toEpochMilli());
    return partitions.stream()
        .map(partition -> new Tail(partition, from.get(partition), to.get(partition)))
        .toList();
  }

  // The first record of that time or later; without one, the end.
  private Map<TopicPartition, Long> offsets(Map<TopicPartition, Long> end, long millis) {
    Map<TopicPartition, Long> times = new HashMap<>();
    end.keySet().forEach(partition -> times.put(partition, millis));
    Map<TopicPartition, Long> offsets = new HashMap<>(end);
    consumer
        .offsetsForTimes(times)
        .forEach((partition, found) -> {
          if (found != null) {
            offsets.put(partition, found.offset());
          }
        });
    return offsets;
  }

  /**
   * Reads the records of each one's window of that size, before what was read of it.
   *
   * @param read takes what matters from a record, whose value may be large
   * @throws TimeoutException when the time is over; then nothing of the windows was read
   */
  <T> List<T> window(List<Tail> tails, int size, Function<ConsumerRecord<byte[], byte[]>, T> read) {
    Map<TopicPartition, Tail> open = new HashMap<>();
    tails.forEach(tail -> open.put(tail.partition(), tail));
    consumer.assign(open.keySet());
    // A partition that was assigned before is still paused from then.
    consumer.resume(open.keySet());
    tails.forEach(tail -> consumer.seek(tail.partition(), tail.start(size)));
    List<T> records = new ArrayList<>();
    while (!open.isEmpty()) {
      for (ConsumerRecord<byte[], byte[]> record : poll()) {
        Tail tail = open.get(new TopicPartition(topic, record.partition()));
        if (tail != null && record.offset() < tail.end()) {
          records.add(read.apply(record));
        }
      }
      List<TopicPartition> done =
          open.values().stream()
              .filter(tail -> consumer.position(tail.partition()) >= tail.end())
              .map(Tail::partition)
              .toList();
      consumer.pause(done);
      open.keySet().removeAll(done);
    }
    return records;
  }

  /** Reads these records, as far as they are there; by partition, in order of their offsets. */
  <T> List<T> find(Collection<LetterId> ids, Function<ConsumerRecord<byte[], byte[]>, T> read) {
    Map<Integer, TreeSet<Long>> wanted = new TreeMap<>();
    tails(new LetterFilter(null, null, null, null, null, 1))
        .forEach(tail -> wanted.put(tail.partition().partition(), within(tail, ids)));
    List<T> found = new ArrayList<>();
    wanted.forEach(
        (partition, offsets) -> find(new TopicPartition(topic, partition), offsets, read, found));
    return found;
  }

  private static TreeSet<Long> within(Tail tail, Collection<LetterId> ids) {
    TreeSet<Long> offsets = new TreeSet<>();
    ids.stream()
        .filter(id -> id.partition() == tail.partition().partition())
        .map(LetterId::offset)
        .filter(offset -> offset >= tail.begin() && offset < tail.end())
        .forEach(offsets::add);
    return offsets;
  }

  private <T> void find(
      TopicPartition partition,
      TreeSet<Long> offsets,
      Function<ConsumerRecord<byte[], byte[]>, T> read,
      List<T> found) {
    if (!offsets.isEmpty()) {
      consumer.assign(List.of(partition));
      consumer.seek(partition, offsets.first());
    }
    while (!offsets.isEmpty()) {
      if (offsets.first() - consumer.position(partition) > GAP) {
        consumer.seek(partition, offsets.first());
      }
      for (ConsumerRecord<byte[], byte[]> record : poll()) {
        if (offsets.remove(record.offset())) {
          found.add(read.apply(record));
        }
      }
      // What the reading has passed is gone: its retention ended meanwhile.
      offsets.headSet(consumer.position(partition)).clear();
    }
  }

  private Iterable<ConsumerRecord<byte[], byte[]>> poll() {
    if (isLate()) {
      throw new TimeoutException("the dead letters could not be read in time");
    }
    return consumer.poll(POLL);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
