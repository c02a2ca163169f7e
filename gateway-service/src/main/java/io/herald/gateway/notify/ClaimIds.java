package io.herald.gateway.notify;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.runtime.redis.GroupCommit;
import io.herald.runtime.redis.RedisLink;
import io.herald.runtime.redis.Script;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Claims ids in Redis, so that one id never stands for two notifications. The same notification may
 * be sent again and again; it goes out once, because the worker knows its id. Redis gone: {@link
 * Claim#UNKNOWN}, the notification is published anyway, since a lost alert is worse.
 */
final class ClaimIds {

  /** Longer than anybody tries again. */
  static final Duration KEPT = Duration.ofHours(48);

  private static final int GROUP = 256;
  // In a cluster the keys of one script have to lie in one slot, and not all keys in the same.
  private static final int SLOTS = 4;
  private static final byte[] KEPT_MILLIS = Long.toString(KEPT.toMillis()).getBytes(UTF_8);
  private static final Script CLAIM =
      Script.of(ClaimIds.class, ScriptOutputType.VALUE, "claim.lua");
  private static final Script GIVE_BACK =
      Script.of(ClaimIds.class, ScriptOutputType.INTEGER, "give-back.lua");

  private record Ask(byte[] key, byte[] fingerprint) {}

  private final RedisLink redis;
  private final List<GroupCommit<Ask, Claim>> asks;

  ClaimIds(RedisLink redis) {
    this.redis = redis;
    this.asks =
        IntStream.range(0, SLOTS)
            .mapToObj(_ -> new GroupCommit<Ask, Claim>(GROUP, this::claimAll))
            .toList();
  }

  /** Claims the ids, each for its notification; never fails. The claims come in their order. */
  Mono<List<Claim>> claim(List<Submission> submissions) {
    if (redis.commands().isEmpty()) {
      return Mono.just(Collections.nCopies(submissions.size(), Claim.UNKNOWN));
    }
    return submissions.size() == 1
        ? claim(submissions.getFirst()).map(List::of)
        : Flux.fromIterable(submissions)
            .flatMapSequential(this::claim, submissions.size())
            .collectList();
  }

  private Mono<Claim> claim(Submission submission) {
    int slot = slot(submission.id());
    return asks.get(slot).add(new Ask(key(submission.id(), slot), submission.fingerprint()));
  }

  /** Gives claims back, so that another notification finds the ids free; never fails. */
  Mono<Void> giveBack(List<Submission> submissions) {
    return Flux.fromIterable(submissions).concatMap(this::giveBack).then();
  }

  private Mono<Void> giveBack(Submission submission) {
    byte[][] key = {key(submission.id(), slot(submission.id()))};
    return Mono.justOrEmpty(redis.commands())
        .flatMap(commands ->
            Mono.fromCompletionStage(() -> GIVE_BACK.run(commands, key, submission.fingerprint())))
        .onErrorComplete()
        .then();
  }

  private CompletionStage<List<Claim>> claimAll(List<Ask> asks) {
    RedisClusterAsyncCommands<byte[], byte[]> commands = redis.commands().orElse(null);
    if (commands == null) {
      return CompletableFuture.completedFuture(unknown(asks));
    }
    byte[][] keys = new byte[asks.size()][];
    byte[][] arguments = new byte[asks.size() + 1][];
    arguments[0] = KEPT_MILLIS;
    for (int i = 0; i < asks.size(); i++) {
      keys[i] = asks.get(i).key();
      arguments[i + 1] = asks.get(i).fingerprint();
    }
    return CLAIM
        .<byte[]>run(commands, keys, arguments)
        .thenApply(ClaimIds::claims)
        .exceptionally(error -> gone(error, asks));
  }

  private List<Claim> gone(Throwable error, List<Ask> asks) {
    redis.suspect(error);
    return unknown(asks);
  }

  private static List<Claim> unknown(List<Ask> asks) {
    return Collections.nCopies(asks.size(), Claim.UNKNOWN);
  }

  private static List<Claim> claims(byte[] letters) {
    List<Claim> claims = new ArrayList<>(letters.length);
    for (byte letter : letters) {
      claims.add(letter == 'n' ? Claim.OURS : letter == 's' ? Claim.SAME : Claim.OTHER);
    }
    return claims;
  }

  private static int slot(String id) {
    return Math.floorMod(id.hashCode(), SLOTS);
  }

  private static byte[] key(String id, int slot) {
    return ("notify:{" + slot + "}:" + id).getBytes(UTF_8);
  }
}
