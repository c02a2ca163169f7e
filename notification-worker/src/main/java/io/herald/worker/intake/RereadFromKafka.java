package io.herald.worker.intake;

import io.herald.worker.dispatch.Deferred;
import io.herald.worker.dispatch.Entry;
import io.herald.worker.dispatch.Reread;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Reads single messages again, beside the group: hot chats are few and slow, so a consumer is made
 * for each time, and one thread serves them all.
 */
final class RereadFromKafka implements Reread {

  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Executor thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("reread").daemon().factory());
  private final Supplier<Consumer<byte[], byte[]>> consumers;
  private final ReadEntry readEntry;

  RereadFromKafka(Supplier<Consumer<byte[], byte[]>> consumers, ReadEntry readEntry) {
    this.consumers = consumers;
    this.readEntry = readEntry;
  }

  @Override
  public CompletionStage<List<Entry>> read(List<Deferred> messages) {
    return CompletableFuture.supplyAsync(() -> readNow(messages), thread);
  }

  private List<Entry> readNow(List<Deferred> messages) {
    Deque<Deferred> wanted = new ArrayDeque<>(messages);
    List<Entry> found = new ArrayList<>(messages.size());
    TopicPartition partition = messages.getFirst().partition();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    try (Consumer<byte[], byte[]> consumer = consumers.get()) {
      consumer.assign(List.of(partition));
      consumer.seek(partition, messages.getFirst().offset());
      while (!wanted.isEmpty()) {
        consumer.poll(POLL).forEach(record -> take(record, wanted, found));
        long position = consumer.position(partition, PATIENCE);
        wanted.removeIf(it -> it.offset() < position);
        if (System.nanoTime() > deadline) {
          throw new TimeoutException("messages that were let go could not be read again");
        }
      }
    }
    return found;
  }

  private void take(
      ConsumerRecord<byte[], byte[]> record, Deque<Deferred> wanted, List<Entry> found) {
    // What should have come before was deleted.
    wanted.removeIf(it -> it.offset() < record.offset());
    Deferred next = wanted.peekFirst();
    if (next != null && next.offset() == record.offset()) {
      wanted.removeFirst();
      readEntry.read(record, next.assignment(), next.receipt()).ifPresent(found::add);
    }
  }
}
