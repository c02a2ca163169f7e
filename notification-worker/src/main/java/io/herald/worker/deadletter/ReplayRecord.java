package io.herald.worker.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.model.topic.Lane;
import io.herald.model.topic.RecordHeaders;
import io.herald.model.topic.TopicSpec;
import io.herald.model.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Makes of a dead letter the record that it was: key and bytes untouched, so that every id stays as
 * it is; without the headers that tell of its end, with all others.
 */
final class ReplayRecord {

  /** Header of a record that was published again: the id of its dead letter. */
  static final String REPLAYED_FROM = "replayed-from";

  private static final Duration LIVES_ANEW = Duration.ofHours(24);
  private static final List<String> OF_ITS_END =
      List.of(
          RecordHeaders.REASON,
          RecordHeaders.ERROR,
          RecordHeaders.ATTEMPTS,
          RecordHeaders.SOURCE_TOPIC,
          RecordHeaders.DUE_AT);
  private static final Set<String> RETRIES =
      Set.of(Topics.RETRY_1M, Topics.RETRY_10M, Topics.RETRY_1H);
  private static final Set<String> LANES =
      Arrays.stream(Lane.values()).map(Lane::topic).collect(Collectors.toUnmodifiableSet());
  private static final Set<String> OURS =
      Topics.ALL.stream()
          .map(TopicSpec::name)
          .filter(name -> !name.equals(Topics.DEAD_LETTERS))
          .collect(Collectors.toUnmodifiableSet());

  private ReplayRecord() {}

  /**
   * The topic that a letter goes back to: the one that it came from, for a retry topic the
   * message's lane. Empty when that is no topic of Herald's, or when the letter is not whole.
   */
  static Optional<String> target(ConsumerRecord<byte[], byte[]> letter) {
    String source = Letter.header(letter, RecordHeaders.SOURCE_TOPIC);
    if (source == null || !OURS.contains(source) || isCut(letter)) {
      return Optional.empty();
    }
    return Optional.of(
        RETRIES.contains(source) ? lane(Letter.header(letter, RecordHeaders.LANE)) : source);
  }

  /** Whether the letter holds only the beginning of its record. */
  static boolean isCut(ConsumerRecord<byte[], byte[]> letter) {
    return Letter.header(letter, RecordHeaders.CUT) != null;
  }

  private static String lane(@Nullable String word) {
    return Arrays.stream(Lane.values())
        .filter(lane -> lane.word().equals(word))
        .findFirst()
        .orElse(Lane.STANDARD)
        .topic();
  }

  /**
   * The record to publish.
   *
   * @param now what is to be sent expires a day later
   */
  static ProducerRecord<byte[], byte[]> of(
      ConsumerRecord<byte[], byte[]> letter, String target, Instant now) {
    var record = new ProducerRecord<>(target, null, letter.key(), letter.value(), letter.headers());
    OF_ITS_END.forEach(record.headers()::remove);
    put(record.headers(), REPLAYED_FROM, letter.partition() + "-" + letter.offset());
    if (LANES.contains(target)) {
      long expiresAt = now.plus(LIVES_ANEW).toEpochMilli();
      put(record.headers(), RecordHeaders.EXPIRES_AT, String.valueOf(expiresAt));
    }
    return record;
  }

  private static void put(Headers headers, String name, String value) {
    headers.remove(name).add(name, value.getBytes(UTF_8));
  }
}
