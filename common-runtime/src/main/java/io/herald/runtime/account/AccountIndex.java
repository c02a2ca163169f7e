package io.herald.runtime.account;

import static io.herald.runtime.account.AccountKeys.bytes;

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
  private static final byte[] NONE = new byte[0];
  private static final int FIELDS = 6;
  // Redis does nothing else meanwhile: about 1 ms.
  private static final int AT_ONCE = 100;

  // Redis takes them in the order of their asking.
  private static final int UNDER_WAY = 4;

  private final RedisLink redis;

  public AccountIndex(RedisLink redis) {
    this.redis = redis;
  }

  @Override
  public Mono<Void> apply(List<ConsumerRecord<byte[], byte[]>> records) {
    return Flux.fromIterable(records)
        .map(AccountIndex::entry)
        .buffer(AT_ONCE)
        .flatMap(this::bringIn, UNDER_WAY)
        .then();
  }

  private static Entry entry(ConsumerRecord<byte[], byte[]> record) {
    byte[] json = record.value() == null ? NONE : record.value();
    byte[] chat = json.length == 0 ? NONE : chat(Json.read(json, Account.class), record.key());
    return new Entry(
        record.key(),
        record.partition(),
        record.offset(),
        Math.max(0, record.timestamp()),
        json,
        chat);
  }

  private static byte[] chat(Account account, byte[] key) {
    if (!Arrays.equals(bytes(account.user()), key)) {
      throw new MalformedRecord("an account under a key that is not its user", null);
    }
    return chat(account);
  }

  private static byte[] chat(Account account) {
    return account.link() == null ? NONE : AccountKeys.chat(account.link());
  }

  /**
   * One record.
   *
   * @param millis when it was written, since the epoch
   * @param json empty: the account was deleted
   * @param chat key of the chat that is linked; empty: none is
   */
  private record Entry(
      byte[] user, int partition, long offset, long millis, byte[] json, byte[] chat) {}

  /** Brings in what was just saved; completes as well when the index holds a newer record. */
  Mono<Void> bringIn(Account account, byte[] json, int partition, long offset, long millis) {
    byte[] user = bytes(account.user());
    return bringIn(List.of(new Entry(user, partition, offset, millis, json, chat(account))));
  }

  private Mono<Void> bringIn(List<Entry> entries) {
    byte[][] arguments = new byte[1 + FIELDS * entries.size()][];
    arguments[0] = AccountKeys.USERS;
    int i = 1;
    for (Entry entry : entries) {
      arguments[i++] = entry.user();
      arguments[i++] = bytes(entry.partition());
      arguments[i++] = bytes(entry.offset());
      arguments[i++] = bytes(entry.millis());
      arguments[i++] = entry.json();
      arguments[i++] = entry.chat();
    }
    return redis
        .ask(commands -> APPLY.<Long>run(commands, new byte[][] {AccountKeys.LINKED}, arguments))
        .then();
  }
}
