package io.herald.worker.dispatch;

import io.herald.model.message.CallbackAnswer;
import io.herald.model.message.OutboundMessage;
import io.herald.model.topic.Lane;
import io.herald.model.topic.RecordHeaders;
import io.herald.runtime.kafka.Received;
import io.herald.worker.deliver.Attempt;
import io.herald.worker.deliver.Delivery;
import io.herald.worker.deliver.Shelf;
import java.util.Objects;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** A message in the worker's hands. Changes only in the dispatcher's loop. */
public final class Entry {

  private final Received received;
  private final Lane lane;
  private final Assignment assignment;
  private Shelf shelf;
  private Receipt receipt;
  private long dueMillis;
  private Attempt attempt;
  private boolean announced;
  private @Nullable Line line;

  /**
   * A message as it was read.
   *
   * @param received its record
   * @param attempt how far it is
   * @param lane its lane
   * @param shelf where the record lies
   * @param dueMillis when it may be tried, milliseconds since the epoch; 0: at once
   * @param assignment the partition that it came with
   * @param receipt told when the record is done with
   */
  public Entry(
      Received received,
      Attempt attempt,
      Lane lane,
      Shelf shelf,
      long dueMillis,
      Assignment assignment,
      Receipt receipt) {
    this.received = received;
    this.lane = lane;
    this.shelf = shelf;
    this.dueMillis = dueMillis;
    this.assignment = assignment;
    this.receipt = receipt;
    this.attempt = attempt;
  }

  /** The record, for retry topics and dead letters. */
  public Received received() {
    return received;
  }

  /** What is delivered. */
  public OutboundMessage message() {
    return attempt.message();
  }

  /** Its lane. */
  public Lane lane() {
    return lane;
  }

  /** Where its record lies. */
  public Shelf shelf() {
    return shelf;
  }

  /** How far it is. */
  public Attempt attempt() {
    return attempt;
  }

  Assignment assignment() {
    return assignment;
  }

  long dueMillis() {
    return dueMillis;
  }

  /** The same in words that know no queues. */
  Delivery delivery() {
    return new Delivery(received, lane, attempt);
  }

  void standIn(Line its) {
    line = its;
  }

  /** Where it stands. */
  Line line() {
    return Objects.requireNonNull(line);
  }

  void continueWith(Attempt next) {
    attempt = next;
  }

  /**
   * Callers are answered at once and in no order: each has a mailbox of its own. So has what was
   * put away while its notification was paused: a chat's other messages must not wait for it.
   */
  String mailboxKey() {
    if (message().content() instanceof CallbackAnswer answer) {
      return message().bot() + ":callback:" + answer.queryId();
    }
    return isHeld() ? message().key() + ":held" : message().key();
  }

  private boolean isHeld() {
    return received.header(RecordHeaders.HELD).isPresent();
  }

  boolean isFree() {
    return attempt.content() instanceof CallbackAnswer;
  }

  /**
   * Whether it is to be told that it waits; asking makes it so. After a first call more than that
   * was told of it.
   */
  boolean announce() {
    boolean first = !announced && attempt.number() == 1;
    announced = true;
    return first;
  }

  /** Its record on the shelf is durable, the one that it came with is done. */
  void restOn(Shelf deeper, long due) {
    receipt.finish();
    receipt = Receipt.NONE;
    shelf = deeper;
    dueMillis = due;
  }

  /** It stays where it is. */
  void restUntil(long due) {
    dueMillis = due;
  }

  /** Takes over the record that was read back from the shelf, if it has none yet. */
  boolean adopt(Entry copy) {
    if (receipt != Receipt.NONE || !message().id().equals(copy.message().id())) {
      return false;
    }
    receipt = copy.receipt;
    return true;
  }

  /** The same without its content. */
  Deferred deferred() {
    var record = received.record();
    var partition = new TopicPartition(record.topic(), record.partition());
    return new Deferred(partition, record.offset(), assignment, receipt);
  }

  /** All that follows from it is durable. */
  public void finish() {
    receipt.finish();
  }

  /** Bytes that it holds, roughly. */
  public int bytes() {
    return received.value().length;
  }
}
