package io.herald.runtime.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.runtime.redis.RedisLink;
import io.herald.runtime.redis.Script;
import io.lettuce.core.ScriptOutputType;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;
import reactor.core.publisher.Mono;

/**
 * How far an index is, and who reads for it: in Redis beside the index, so that whoever loses the
 * index loses this as well.
 *
 * <p>Redis is gone: each call fails, and nothing is read meanwhile.
 */
final class Bookmark {

  /** How long a lease lasts that is not renewed: another reads after a crash. */
  static final Duration LEASE = Duration.ofSeconds(4);

  /**
   * How far an index was when its lease was taken.
   *
   * @param build name of what was begun when Redis knew nothing of the index
   * @param complete whether it has reached the end of its topics since
   * @param next for each partition the first offset that is not in the index
   */
  record Place(String build, boolean complete, Map<String, Long> next) {

    /** The first offset of that partition that is not in the index; 0: nothing of it is. */
    long next(TopicPartition partition) {
      return next.getOrDefault(partition.toString(), 0L);
    }

    static Place of(Map<String, String> fields) {
      Map<String, String> left = new HashMap<>(fields);
      String build = left.remove(BUILD);
      boolean complete = left.remove(IndexSpec.COMPLETE) != null;
      Map<String, Long> next = new HashMap<>();
      left.forEach((partition, offset) -> next.put(partition, Long.valueOf(offset)));
      return new Place(build == null ? "" : build, complete, next);
    }
  }

  private static final String BUILD = "build";
  private static final Script TAKE = Script.of(Bookmark.class, ScriptOutputType.MULTI, "take.lua");
  private static final Script KEEP =
      Script.of(Bookmark.class, ScriptOutputType.INTEGER, "keep.lua");
  private static final Script RELEASE =
      Script.of(Bookmark.class, ScriptOutputType.INTEGER, "release.lua");

  private final RedisLink redis;
  private final byte[] index;
  private final byte[] lease;
  private final byte[] reader = bytes(UUID.randomUUID().toString());

  Bookmark(RedisLink redis, IndexSpec spec) {
    this.redis = redis;
    this.index = bytes(spec.key());
    this.lease = bytes(spec.key() + ":lease");
  }

  /** Takes the lease or renews it; empty while another reads. */
  Mono<Place> take() {
    byte[] next = bytes(UUID.randomUUID().toString());
    return redis
        .ask(commands ->
            TAKE.<List<byte[]>>run(
                commands, new byte[][] {lease, index}, reader, millis(LEASE), next))
        .filter(answer -> !answer.isEmpty())
        .map(answer -> Place.of(fields(answer)));
  }

  /**
   * Notes what was reached, and renews the lease.
   *
   * @param news offset by partition, and perhaps {@link IndexSpec#COMPLETE}
   * @return false when nothing was noted: the lease is another's, or Redis has lost the index
   */
  Mono<Boolean> keep(String build, Map<String, String> news) {
    byte[][] arguments = new byte[3 + 2 * news.size()][];
    arguments[0] = reader;
    arguments[1] = millis(LEASE);
    arguments[2] = bytes(build);
    int i = 3;
    for (Map.Entry<String, String> field : news.entrySet()) {
      arguments[i++] = bytes(field.getKey());
      arguments[i++] = bytes(field.getValue());
    }
    return redis
        .ask(commands -> KEEP.<Long>run(commands, new byte[][] {lease, index}, arguments))
        .map(kept -> kept == 1);
  }

  /** Lets another read at once. */
  Mono<Void> release() {
    return redis.ask(commands -> RELEASE.<Long>run(commands, new byte[][] {lease}, reader)).then();
  }

  /** How far the index is, whoever reads. */
  Mono<Place> look() {
    return redis
        .ask(commands -> commands.hgetall(index))
        .map(fields -> {
          Map<String, String> texts = new HashMap<>();
          fields.forEach((name, value) -> texts.put(text(name), text(value)));
          return Place.of(texts);
        });
  }

  /** Whether anybody reads at present. */
  Mono<Boolean> isRead() {
    return redis.ask(commands -> commands.exists(lease)).map(found -> found == 1);
  }

  private static Map<String, String> fields(List<byte[]> answer) {
    Map<String, String> fields = new HashMap<>();
    for (Iterator<byte[]> next = answer.iterator(); next.hasNext(); ) {
      fields.put(text(next.next()), text(next.next()));
    }
    return fields;
  }

  private static byte[] millis(Duration duration) {
    return bytes(Long.toString(duration.toMillis()));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, UTF_8);
  }
}
