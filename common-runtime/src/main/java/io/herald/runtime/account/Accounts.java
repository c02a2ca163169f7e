package io.herald.runtime.account;

import static io.herald.runtime.account.AccountKeys.bytes;

import io.herald.model.account.Account;
import io.herald.model.json.Json;
import io.herald.model.topic.Topics;
import io.herald.runtime.kafka.PublishRecord;
import io.herald.runtime.log.NowAndThen;
import io.herald.runtime.redis.OneAtATime;
import io.herald.runtime.redis.RedisLink;
import io.herald.runtime.redis.Script;
import io.lettuce.core.RedisException;
import io.lettuce.core.ScriptOutputType;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * The accounts: {@code herald.accounts} is the record, Redis the index that is asked.
 *
 * <p>Redis is gone or incomplete: every question fails with {@link AccountsUnknown}; nobody counts
 * as not linked for that reason. Kafka is gone: nothing can be saved, everything can be asked.
 */
public final class Accounts {

  private static final Logger log = LoggerFactory.getLogger(Accounts.class);
  private static final Script FIND = Script.of(Accounts.class, ScriptOutputType.VALUE, "find.lua");
  private static final Script LINKED =
      Script.of(Accounts.class, ScriptOutputType.MULTI, "linked.lua");
  private static final byte[] COMPLETE = {'1'};

  private final NowAndThen complaints = new NowAndThen(Duration.ofSeconds(30), System::nanoTime);
  private final RedisLink redis;
  private final PublishRecord publish;
  private final AccountIndex index;
  private final OneAtATime oneAtATime;

  Accounts(RedisLink redis, PublishRecord publish, OneAtATime oneAtATime) {
    this.redis = redis;
    this.publish = publish;
    this.index = new AccountIndex(redis);
    this.oneAtATime = oneAtATime;
  }

  /** The account; empty when that person has none. */
  public Mono<Account> find(String user) {
    return found(AccountKeys.user(user));
  }

  /** The account that has linked that chat; empty when none has. */
  public Mono<Account> linkedTo(String bot, String chat) {
    return found(AccountKeys.chat(bot, chat), AccountKeys.USERS);
  }

  private Mono<Account> found(byte[] key, byte[]... prefix) {
    return redis
        .ask(commands -> FIND.<byte[]>run(commands, new byte[][] {AccountKeys.INDEX, key}, prefix))
        .switchIfEmpty(Mono.error(AccountsUnknown::rebuilding))
        .onErrorMap(AccountsUnknown::because)
        .filter(json -> json.length > 0)
        .map(json -> Json.read(json, Account.class));
  }

  /**
   * A page of the accounts that are linked, in the order of their users.
   *
   * @param after the last user of the page before; null: from the first
   * @param limit most accounts in it
   */
  public Mono<List<Account>> linkedAfter(@Nullable String after, int limit) {
    byte[][] keys = {AccountKeys.INDEX, AccountKeys.LINKED};
    byte[] begin = bytes(after == null ? "-" : "(" + after);
    return redis
        .ask(commands ->
            LINKED.<List<byte[]>>run(commands, keys, AccountKeys.USERS, begin, bytes(limit)))
        .filter(answer -> Arrays.equals(answer.getFirst(), COMPLETE))
        .switchIfEmpty(Mono.error(AccountsUnknown::rebuilding))
        .onErrorMap(AccountsUnknown::because)
        .map(
            answer -> answer.stream().skip(1).map(json -> Json.read(json, Account.class)).toList());
  }

  /** How many accounts are linked, as far as the index knows. */
  public Mono<Long> linked() {
    return redis
        .ask(commands -> commands.zcard(AccountKeys.LINKED))
        .onErrorMap(AccountsUnknown::because);
  }

  /**
   * Completes when the account is durable on Kafka and can be found; fails with Kafka's error. When
   * Redis goes away in between it completes too: the index is brought up to date from Kafka.
   *
   * <p>Whoever saves what it has found before may undo what another saved meanwhile: see {@link
   * #change}.
   */
  public Mono<Void> save(Account account) {
    byte[] user = bytes(account.user());
    byte[] json = Json.write(account);
    return publish
        .publishAt(new ProducerRecord<>(Topics.ACCOUNTS, user, json))
        .flatMap(lies -> bringIn(account, json, lies))
        .onErrorResume(RedisException.class, this::indexedLater);
  }

  private Mono<Void> bringIn(Account account, byte[] json, RecordMetadata lies) {
    return index.bringIn(account, json, lies.partition(), lies.offset(), lies.timestamp());
  }

  private Mono<Void> indexedLater(Throwable error) {
    if (complaints.isDue()) {
      log.warn(
          "An account is saved, and can be found when its index has caught up: {}",
          error.toString());
    }
    return Mono.empty();
  }

  /**
   * Changes the account of that user, which begins as {@link Account#of}; nobody else changes it
   * meanwhile. What does not change is not saved.
   *
   * @return the account as it is then; fails with {@link AccountsUnknown} or Kafka's error
   */
  public Mono<Account> change(String user, UnaryOperator<Account> change) {
    return oneAtATime.run("user:" + user, () -> changed(user, change));
  }

  private Mono<Account> changed(String user, UnaryOperator<Account> change) {
    return find(user)
        .defaultIfEmpty(Account.of(user))
        .flatMap(before -> {
          Account after = change.apply(before);
          return after.equals(before) ? Mono.just(before) : save(after).thenReturn(after);
        });
  }
}
