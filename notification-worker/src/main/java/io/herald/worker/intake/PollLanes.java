package io.herald.worker.intake;

import io.herald.model.topic.Lane;
import io.herald.worker.deliver.Circuit;
import io.herald.worker.dispatch.Assignment;
import io.herald.worker.dispatch.Backlog;
import io.herald.worker.dispatch.Dispatcher;
import io.herald.worker.dispatch.Entry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One member of the group, from joining to leaving: reads the lanes and retry topics into the
 * dispatcher, pauses the partitions that it has no room for, and commits what is done with. When
 * partitions are taken away it first lets what is under way for them come to its end, so that their
 * next owner finds every message either done with or untouched. Confined to one thread.
 */
final class PollLanes implements ConsumerRebalanceListener {

  private static final Logger log = LoggerFactory.getLogger(PollLanes.class);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration COMMIT_INTERVAL = Duration.ofMillis(200);
  private static final Duration LOOK_INTERVAL = Duration.ofSeconds(5);
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration COMMIT = Duration.ofSeconds(3);
  private static final Duration GIVING_UP = Duration.ofSeconds(8);
  // A chat that can't be served keeps the offset of its partition back. So far may reading run
  // ahead of it; a crash replays as much, past the guard.
  private static final int MOST_UNFINISHED = 50_000;

  private final Consumer<byte[], byte[]> consumer;
  private final ReadEntry readEntry;
  private final Dispatcher dispatcher;
  private final Backlog backlog;
  private final Circuit circuit;
  private final Membership membership;
  private final OwnPartitions own = new OwnPartitions();
  private long nextCommit;
  private long nextLook;

  PollLanes(
      Supplier<Consumer<byte[], byte[]>> consumers,
      ReadEntry readEntry,
      Dispatcher dispatcher,
      Backlog backlog,
      Circuit circuit,
      Membership membership) {
    this.consumer = consumers.get();
    this.readEntry = readEntry;
    this.dispatcher = dispatcher;
    this.backlog = backlog;
    this.circuit = circuit;
    this.membership = membership;
  }

  /** Reads until it is told to stop, then leaves the group; fails when Kafka does for good. */
  void run(Supplier<Boolean> stopped) {
    try {
      consumer.subscribe(
          Stream.concat(OwnPartitions.RETRIES.stream(), OwnPartitions.LANES.stream()).toList(),
          this);
      while (!stopped.get()) {
        turn();
      }
      giveUp();
    } finally {
      onPartitionsLost(own.partitions());
      consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(COMMIT));
    }
  }

  private void turn() {
    ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
    if (!records.isEmpty()) {
      List<Entry> entries = new ArrayList<>(records.count());
      records.forEach(record -> read(record, entries));
      dispatcher.accept(entries);
    }
    pauseAndResume();
    if (System.nanoTime() - nextCommit > 0) {
      nextCommit = System.nanoTime() + COMMIT_INTERVAL.toNanos();
      commit();
      lookAtPaused();
      membership.tellLag(this::lag);
      membership.tellOldest(own::oldest);
    }
  }

  /** What is not read is not known to have grown; asking for its end lets the lag tell. */
  private void lookAtPaused() {
    if (System.nanoTime() - nextLook > 0 && !consumer.paused().isEmpty()) {
      nextLook = System.nanoTime() + LOOK_INTERVAL.toNanos();
      try {
        consumer.endOffsets(consumer.paused(), LOOK);
      } catch (org.apache.kafka.common.errors.TimeoutException e) {
        log.debug("Kafka does not say how much waits; the lag is an old one");
      }
    }
  }

  private void read(ConsumerRecord<byte[], byte[]> record, List<Entry> entries) {
    TopicPartition partition = new TopicPartition(record.topic(), record.partition());
    Assignment assignment = own.assignment(record.partition());
    readEntry
        .read(record, assignment, own.read(partition, record))
        .ifPresent(entry -> {
          backlog.add(entry);
          entries.add(entry);
        });
  }

  private void pauseAndResume() {
    Set<TopicPartition> toPause = new HashSet<>();
    Set<TopicPartition> toResume = new HashSet<>();
    Set<TopicPartition> paused = consumer.paused();
    for (TopicPartition partition : own.partitions()) {
      boolean wanted = isWanted(partition);
      if (wanted == paused.contains(partition)) {
        (wanted ? toResume : toPause).add(partition);
      }
    }
    consumer.pause(toPause);
    consumer.resume(toResume);
  }

  private boolean isWanted(TopicPartition partition) {
    if (OwnPartitions.isRetry(partition)) {
      return backlog.hasRoomForRetries();
    }
    Lane lane = Lane.values()[OwnPartitions.LANES.indexOf(partition.topic())];
    return backlog.hasRoom(lane)
        && (circuit.isClosed() || backlog.hasRoomForAFew(lane))
        && own.unfinished(partition) < MOST_UNFINISHED
        && (own.isCaughtUp(partition.partition(), consumer) || !backlog.hasRoomForRetries());
  }

  private void commit() {
    Map<TopicPartition, OffsetAndMetadata> offsets = own.toCommit();
    if (!offsets.isEmpty()) {
      consumer.commitAsync(
          offsets,
          (committed, error) -> {
            if (error == null) {
              own.committed(committed);
            }
          });
    }
  }

  private long lag(String topic) {
    return own.partitions().stream()
        .filter(partition -> partition.topic().equals(topic))
        .mapToLong(p -> own.unfinished(p) + consumer.currentLag(p).orElse(0))
        .sum();
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    own.add(partitions, consumer);
    pauseAndResume();
    membership.joined();
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    membership.left();
    giveUp();
  }

  @Override
  public void onPartitionsLost(Collection<TopicPartition> partitions) {
    membership.left();
    dispatcher.release(own.assignments());
    own.clear();
  }

  private void giveUp() {
    try {
      dispatcher.release(own.assignments()).get(GIVING_UP.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      log.warn("Calls to Telegram are still under way while their partitions go to another worker");
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    try {
      consumer.commitSync(own.toCommit(), COMMIT);
    } catch (KafkaException e) {
      log.warn("What is done could not be committed and is looked at again: {}", e.toString());
    }
    own.clear();
  }
}
