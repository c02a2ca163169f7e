package io.herald.runtime.account;

import io.herald.model.account.Account;
import io.herald.model.json.Json;
import io.herald.model.json.MalformedRecord;
import io.herald.model.topic.Topics;
import io.herald.runtime.index.ApplyRecords;
import io.herald.runtime.index.IndexSpec;
import io.herald.runtime.redis.RedisLink;
import io.herald.runtime.redis.Script;
import io.lettuce.core.ScriptOutputType;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Brings accounts from their topic into Redis. An older record never replaces a newer one, so that
 * whoever saves may bring its own in at once. Redis gone: the records come again.
 */
public final class AccountIndex implements ApplyRecords {

  /** What the index is made of. */
  public static final IndexSpec SPEC = new IndexSpec("accounts", List.of(Topics.ACCOUNTS));

  private static final Script APPLY =
      Script.of(AccountIndex.class, ScriptOutputType.INTEGER, "apply.lua");
  private static final byte[] DELETED = new byte[0];
  private static final int AT_ONCE = 256;

  private final RedisLink redis;

  public AccountIndex(RedisLink redis) {
    this.redis = redis;
  }

  /** The records of one user arrive in their order: Redis runs commands in the order of asking. */
  @Override
  public Mono<Void> apply(List<ConsumerRecord<byte[], byte[]>> records) {
    return Flux.fromIterable(records).flatMap(this::apply, AT_ONCE).then();
  }

  private Mono<Void> apply(ConsumerRecord<byte[], byte[]> record) {
    byte[] json = record.value();
    Account account = json == null ? null : Json.read(json, Account.class);
    if (account != null && !Arrays.equals(AccountKeys.bytes(account.user()), record.key())) {
      throw new MalformedRecord("an account under a key that is not its user", null);
    }
    var place = new Place(record.partition(), record.offset(), Math.max(0, record.timestamp()));
    return apply(record.key(), account, json, place);
  }

  /** Where a record lies, and when it was written, in milliseconds since the epoch. */
  record Place(int partition, long offset, long millis) {}

  /** Brings one account in; completes as well when the index holds a newer one. */
  Mono<Void> apply(byte[] user, @Nullable Account account, byte @Nullable [] json, Place place) {
    byte[] key = concatenated(AccountKeys.USERS, user);
    byte[][] keys =
        account == null || account.link() == null
            ? new byte[][] {key, AccountKeys.LINKED}
            : new byte[][] {key, AccountKeys.LINKED, AccountKeys.chat(account.link())};
    return redis
        .ask(commands ->
            APPLY.<Long>run(
                commands,
                keys,
                user,
                AccountKeys.bytes(place.partition()),
                AccountKeys.bytes(place.offset()),
                AccountKeys.bytes(place.millis()),
                json == null ? DELETED : json))
        .then();
  }

  private static byte[] concatenated(byte[] prefix, byte[] rest) {
    byte[] whole = new byte[prefix.length + rest.length];
    System.arraycopy(prefix, 0, whole, 0, prefix.length);
    System.arraycopy(rest, 0, whole, prefix.length, rest.length);
    return whole;
  }
}
