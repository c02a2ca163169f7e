package io.herald.worker.deferred;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.model.json.Json;
import io.herald.model.topic.Topics;
import io.herald.runtime.index.ApplyRecords;
import io.herald.runtime.index.IndexSpec;
import io.herald.runtime.redis.RedisLink;
import io.herald.runtime.redis.Script;
import io.lettuce.core.ScriptOutputType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import reactor.core.publisher.Mono;

/**
 * The index of what waits, in Redis: keys of {@code herald.deferred} by due time, and what is
 * published then.
 *
 * <p>Redis is gone: nothing is due until it is back, and nothing is lost; it has forgotten: the
 * index is built again from the topic, and nothing is due until it is complete: what has ended long
 * ago would be taken for waiting otherwise.
 */
final class DueIndex implements ApplyRecords {

  /** What is due now. */
  record Due(byte[] key, Waiting waiting) {}

  /**
   * A look at the index.
   *
   * @param due what the looker has leased
   * @param waiting how many wait in all
   */
  record Look(List<Due> due, long waiting) {}

  /** How far it is, and what it is made of. */
  static final IndexSpec SPEC = new IndexSpec("deferred", List.of(Topics.DEFERRED));

  /** How long what was leased when Redis forgot may take to end; a release takes milliseconds. */
  static final Duration SETTLING = Duration.ofSeconds(3);

  private static final Script APPLY =
      Script.of(DueIndex.class, ScriptOutputType.STATUS, "apply.lua");
  private static final Script CLAIM =
      Script.of(DueIndex.class, ScriptOutputType.MULTI, "claim.lua");
  // All in one slot of a cluster.
  private static final byte[][] KEYS = {
    bytes("{deferred}:due"),
    bytes("{deferred}:waiting"),
    bytes(SPEC.key()),
    bytes("{deferred}:complete-since")
  };
  private static final byte[] NOTHING = new byte[0];

  private final RedisLink redis;

  DueIndex(RedisLink redis) {
    this.redis = redis;
  }

  @Override
  public Mono<Void> apply(List<ConsumerRecord<byte[], byte[]>> records) {
    List<byte[]> arguments = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : records) {
      boolean over = record.value() == null;
      arguments.add(record.key());
      arguments.add(over ? NOTHING : bytes(Waiting.dueAt(record)));
      arguments.add(over ? NOTHING : Json.write(Waiting.of(record)));
    }
    return run(APPLY, arguments).then();
  }

  /** It waits no longer; completes when the index knows. */
  Mono<Void> remove(byte[] key) {
    return run(APPLY, List.of(key, NOTHING, NOTHING)).then();
  }

  /**
   * Takes what is due; nobody else gets it before the lease ends. Gives nothing while the index is
   * built, and for {@link #SETTLING} after.
   *
   * @return empty while Redis is away
   */
  Mono<Look> claim(Instant now, Duration lease, int limit) {
    List<byte[]> arguments =
        List.of(
            bytes(now.toEpochMilli()),
            bytes(now.plus(lease).toEpochMilli()),
            bytes(limit),
            bytes(SETTLING.toMillis()));
    return this.<List<byte[]>>run(CLAIM, arguments).map(DueIndex::look);
  }

  private static Look look(List<byte[]> answer) {
    List<Due> due = new ArrayList<>();
    for (int i = 1; i < answer.size(); i += 2) {
      due.add(new Due(answer.get(i), Json.read(answer.get(i + 1), Waiting.class)));
    }
    return new Look(due, Long.parseLong(new String(answer.getFirst(), UTF_8)));
  }

  private <T> Mono<T> run(Script script, List<byte[]> arguments) {
    return redis.ask(commands -> script.<T>run(commands, KEYS, arguments.toArray(byte[][]::new)));
  }

  private static byte[] bytes(long number) {
    return bytes(String.valueOf(number));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
