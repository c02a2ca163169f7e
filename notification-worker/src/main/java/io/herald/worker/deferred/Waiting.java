package io.herald.worker.deferred;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.model.json.Json;
import io.herald.model.json.MalformedRecord;
import io.herald.model.notification.NotificationRequested;
import io.herald.model.topic.RecordHeaders;
import io.herald.model.topic.Topics;
import java.util.Arrays;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * What is published when a deferral is due, as it lies in the index.
 *
 * @param key key of the record
 * @param request the notification's bytes
 * @param messages see {@link Deferral#messages}; null: it is whole
 * @param after the user of an audience after whom its expansion goes on; null: it was not begun
 * @param expanded how many messages it is so far; null: it was not begun
 * @param trace W3C context of what caused it; null: there is none
 */
record Waiting(
    String key,
    byte[] request,
    @Nullable String messages,
    @Nullable String after,
    @Nullable String expanded,
    @Nullable String trace) {

  /**
   * What a record of {@code herald.deferred} holds.
   *
   * @throws MalformedRecord when it holds no notification
   */
  static Waiting of(ConsumerRecord<byte[], byte[]> record) {
    return new Waiting(
        Json.read(record.value(), NotificationRequested.class).key(),
        record.value(),
        header(record, RecordHeaders.WAITED),
        header(record, RecordHeaders.AUDIENCE_AFTER),
        header(record, RecordHeaders.EXPANDED),
        header(record, RecordHeaders.TRACEPARENT));
  }

  /**
   * When the record is due, in milliseconds since the epoch.
   *
   * @throws MalformedRecord when it does not say so
   */
  static long dueAt(ConsumerRecord<byte[], byte[]> record) {
    try {
      return Long.parseLong(String.valueOf(header(record, RecordHeaders.DUE_AT)));
    } catch (NumberFormatException e) {
      throw new MalformedRecord("its due time is no number", null);
    }
  }

  /** The record for the topic of notifications. */
  ProducerRecord<byte[], byte[]> toRecord() {
    var record = new ProducerRecord<>(Topics.NOTIFICATIONS, key.getBytes(UTF_8), request);
    put(record, RecordHeaders.WAITED, messages);
    put(record, RecordHeaders.AUDIENCE_AFTER, after);
    put(record, RecordHeaders.EXPANDED, expanded);
    put(record, RecordHeaders.TRACEPARENT, trace);
    return record;
  }

  private static void put(
      ProducerRecord<byte[], byte[]> record, String name, @Nullable String value) {
    if (value != null) {
      record.headers().add(name, value.getBytes(UTF_8));
    }
  }

  private static @Nullable String header(ConsumerRecord<byte[], byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Waiting that
        && key.equals(that.key)
        && Arrays.equals(request, that.request)
        && Objects.equals(messages, that.messages)
        && Objects.equals(after, that.after)
        && Objects.equals(expanded, that.expanded)
        && Objects.equals(trace, that.trace);
  }

  @Override
  public int hashCode() {
    return Objects.hash(key, Arrays.hashCode(request), messages, after, expanded, trace);
  }
}
