package io.herald.gateway.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.herald.gateway.RunningGateway;
import io.herald.gateway.WebhookClient;
import io.herald.runtime.redis.RedisLink;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ClaimUpdatesTest {

  private final RedisLink redis = RunningGateway.shared().part(RedisLink.class);
  private final ClaimUpdates claims = new ClaimUpdates(redis);
  private final IncomingUpdate update = update();

  @Test
  void isOursFirstPendingThenAndDoneInTheEnd() {
    assertThat(claim(update)).isEqualTo(Claim.OURS);
    assertThat(claim(update)).isEqualTo(Claim.PENDING);

    claims.markDone(update);

    await().until(() -> claim(update) == Claim.DONE);
  }

  @Test
  void isOursAgainAfterItWasGivenBack() {
    claim(update);

    claims.giveBack(update).block(Duration.ofMinutes(1));

    assertThat(claim(update)).isEqualTo(Claim.OURS);
  }

  @Test
  void isOursAgainWhenRedisForgotIt() throws Exception {
    claim(update);
    commands().del(key()).get();

    assertThat(claim(update)).isEqualTo(Claim.OURS);
  }

  @Test
  void endsByItselfSoonWhilePendingAndLateWhenDone() throws Exception {
    claim(update);
    assertThat(commands().pttl(key()).get()).isBetween(25_000L, 30_000L);
    claim(update);
    assertThat(commands().pttl(key()).get()).isBetween(25_000L, 30_000L);

    claims.markDone(update);
    await().until(() -> claim(update) == Claim.DONE);
    assertThat(commands().pttl(key()).get())
        .isBetween(Duration.ofHours(47).toMillis(), Duration.ofHours(48).toMillis());
  }

  @Test
  void keepsBotsApart() {
    claim(update);

    assertThat(claim(new IncomingUpdate("alerts", update.head(), update.bytes(), 0)))
        .isEqualTo(Claim.OURS);
  }

  @Test
  void hasOneWinnerAmongManyThreadsAndReplicas() throws Exception {
    List<ClaimUpdates> replicas = Stream.generate(() -> new ClaimUpdates(redis)).limit(4).toList();
    for (int round = 0; round < 20; round++) {
      IncomingUpdate wanted = update();
      List<Callable<Claim>> racers =
          IntStream.range(0, 16)
              .<Callable<Claim>>mapToObj(
                  i -> () -> replicas.get(i % 4).claim(wanted).block(Duration.ofMinutes(1)))
              .toList();
      try (var threads = Executors.newFixedThreadPool(16)) {
        assertThat(threads.invokeAll(racers))
            .extracting(ClaimUpdatesTest::result)
            .containsOnlyOnce(Claim.OURS)
            .containsOnly(Claim.OURS, Claim.PENDING);
      }
    }
  }

  private Claim claim(IncomingUpdate wanted) {
    return claims.claim(wanted).blockOptional(Duration.ofMinutes(1)).orElseThrow();
  }

  private RedisClusterAsyncCommands<byte[], byte[]> commands() {
    return redis.commands().orElseThrow();
  }

  private byte[] key() {
    return update.claimKey().getBytes(UTF_8);
  }

  private static IncomingUpdate update() {
    var head = new UpdateHead(WebhookClient.newUpdateId(), "7", 5);
    return new IncomingUpdate("main", head, "{}".getBytes(UTF_8), 0);
  }

  private static Claim result(Future<Claim> racer) {
    try {
      return racer.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }
}
