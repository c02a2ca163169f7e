package io.herald.worker.admission;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.runtime.contact.SuspendedContacts;
import io.herald.runtime.redis.GroupCommit;
import io.herald.runtime.redis.RedisLink;
import io.herald.runtime.redis.Script;
import io.herald.telegram.flood.Ceilings;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Notes in Redis what became of calls, those that arrived in groups: one note is under way at a
 * time, and what comes in meanwhile makes up the next.
 *
 * <p>Redis is gone: only this process remembers. Another one that takes over may then send a
 * message again whose offset was not committed.
 */
final class RedisLedger implements SendLedger {

  private static final Duration SENT_LIVES = Duration.ofHours(48);
  private static final Duration REPLACED_LIVES = Duration.ofDays(30);
  private static final int GROUP = 128;
  // A crash within it leaves a message uncertain; the chat's next one does not wait for the note.
  private static final Duration LINGER = Duration.ofMillis(4);
  private static final Script SENT =
      Script.of(RedisLedger.class, ScriptOutputType.STATUS, "sent.lua");
  // Only the own claim is given back: meanwhile another worker may have sent the message.
  private static final Script RELEASE =
      Script.of(RedisLedger.class, ScriptOutputType.INTEGER, "release.lua");
  private static final byte[] NOTHING = new byte[0];

  /** A message that arrived, as the script wants it. */
  private record Arrived(
      byte[] claim, byte[] replaced, byte[] chat, byte[] messageId, byte[] late) {}

  private final Map<String, GroupCommit<Arrived, Boolean>> groups = new ConcurrentHashMap<>();
  private final RedisLink redis;
  private final LocalAdmission local;
  private final SuspendedContacts contacts;
  private final Ceilings ceilings;
  private final byte[] mine;

  /**
   * @param local whose memory this is besides Redis
   * @param mine what this process puts on messages it sends
   */
  RedisLedger(RedisLink redis, LocalAdmission local, Ceilings ceilings, byte[] mine) {
    this.redis = redis;
    this.local = local;
    this.contacts = new SuspendedContacts(redis);
    this.ceilings = ceilings;
    this.mine = mine.clone();
  }

  @Override
  public Mono<Void> sent(
      String bot, String chat, String id, @Nullable String replaceKey, @Nullable Long messageId) {
    return Mono.defer(() -> {
      OwnMemory.Fate before = local.noteSent(bot, chat, id, replaceKey, messageId);
      Mono<Void> noted =
          redis.commands().isEmpty()
              ? Mono.empty()
              : group(bot).add(arrived(bot, chat, id, replaceKey, messageId, before)).then();
      return before instanceof OwnMemory.Fate.Sending sending && sending.restores()
          ? noted.then(contacts.restore(bot, chat)).then()
          : noted;
    });
  }

  private Arrived arrived(
      String bot,
      String chat,
      String id,
      @Nullable String replaceKey,
      @Nullable Long messageId,
      OwnMemory.@Nullable Fate before) {
    BotKeys keys = new BotKeys(bot);
    byte[] claim = keys.message(id);
    boolean late = before instanceof OwnMemory.Fate.Sending sending && local.isLate(sending);
    return new Arrived(
        claim,
        replaceKey == null ? claim : keys.replaced(chat, replaceKey),
        late ? keys.chat(chat) : claim,
        messageId == null ? NOTHING : digits(messageId),
        late ? digits(ceilings.chatInterval(chat)) : NOTHING);
  }

  // One group a bot: in a cluster the keys of one script have to lie in one slot.
  private GroupCommit<Arrived, Boolean> group(String bot) {
    return groups.computeIfAbsent(bot, _ -> new GroupCommit<>(GROUP, LINGER, this::noteAll));
  }

  private CompletionStage<List<Boolean>> noteAll(List<Arrived> messages) {
    List<Boolean> done = Collections.nCopies(messages.size(), true);
    var commands = redis.commands().orElse(null);
    if (commands == null) {
      return CompletableFuture.completedFuture(done);
    }
    byte[][] keys = new byte[3 * messages.size()][];
    byte[][] arguments = new byte[2 + 2 * messages.size()][];
    arguments[0] = digits(SENT_LIVES.toMillis());
    arguments[1] = digits(REPLACED_LIVES.toMillis());
    for (int i = 0; i < messages.size(); i++) {
      Arrived message = messages.get(i);
      keys[3 * i] = message.claim();
      keys[3 * i + 1] = message.replaced();
      keys[3 * i + 2] = message.chat();
      arguments[2 + 2 * i] = message.messageId();
      arguments[3 + 2 * i] = message.late();
    }
    return SENT.<String>run(commands, keys, arguments)
        .thenApply(_ -> done)
        .exceptionally(error -> gone(error, done));
  }

  private List<Boolean> gone(Throwable error, List<Boolean> done) {
    redis.suspect(error);
    return done;
  }

  @Override
  public Mono<Void> released(String bot, String id) {
    byte[][] keys = {new BotKeys(bot).message(id)};
    return local.released(bot, id).then(note(commands -> RELEASE.<Long>run(commands, keys, mine)));
  }

  @Override
  public Mono<Void> forgotten(String bot, String chat, String replaceKey) {
    byte[] key = new BotKeys(bot).replaced(chat, replaceKey);
    return local.forgotten(bot, chat, replaceKey).then(note(commands -> commands.del(key)));
  }

  /** Not in the own memory: whoever comes back is noted in Redis only. */
  @Override
  public Mono<Void> suspended(String bot, String chat, String reason) {
    return contacts.suspend(bot, chat, reason);
  }

  private <T> Mono<Void> note(
      Function<RedisClusterAsyncCommands<byte[], byte[]>, CompletionStage<T>> command) {
    return Mono.defer(() -> Mono.justOrEmpty(redis.commands()))
        .flatMap(commands -> Mono.fromCompletionStage(() -> command.apply(commands)))
        .doOnError(redis::suspect)
        .onErrorComplete()
        .then();
  }

  private static byte[] digits(long number) {
    return Long.toString(number).getBytes(UTF_8);
  }
}
