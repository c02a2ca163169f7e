package io.herald.gateway.limit;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.herald.runtime.config.Rate;
import io.herald.runtime.redis.RedisLink;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.cluster.api.async.RedisAdvancedClusterAsyncCommands;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Token buckets of one kind in Redis, so that all replicas count together. Redis gone: everything
 * may go on, because a limit guards against abuse and must never cost an update.
 */
final class TokenBuckets {

  // A bucket may hold more than a second's worth, so that a burst is no abuse.
  private static final int BURST = 10;

  private final RedisLink redis;
  private final int capacity;
  private final BucketConfiguration bucket;
  private volatile @Nullable Buckets buckets;

  private record Buckets(
      RedisClusterAsyncCommands<byte[], byte[]> commands, AsyncProxyManager<byte[]> proxies) {}

  /** Buckets that refill at the rate; short periods hold a burst of ten times their count. */
  TokenBuckets(RedisLink redis, Rate rate) {
    this.redis = redis;
    this.capacity = rate.period().toSeconds() == 1 ? rate.count() * BURST : rate.count();
    this.bucket =
        BucketConfiguration.builder()
            .addLimit(
                Bandwidth.builder()
                    .capacity(capacity)
                    .refillGreedy(rate.count(), rate.period())
                    .build())
            .build();
  }

  /** Takes one token of the key's bucket; true when there was one, or when nobody can tell. */
  Mono<Boolean> tryConsume(byte[] key) {
    return tryConsume(key, 1);
  }

  /** Takes so many tokens, or all that a full bucket holds; else as for one. */
  Mono<Boolean> tryConsume(byte[] key, int tokens) {
    int most = Math.min(tokens, capacity);
    return Mono.justOrEmpty(redis.commands())
        .flatMap(commands -> Mono.fromFuture(() -> consume(commands, key, most)))
        .timeout(Duration.ofMillis(500))
        .onErrorReturn(true)
        .defaultIfEmpty(true);
  }

  private CompletableFuture<Boolean> consume(
      RedisClusterAsyncCommands<byte[], byte[]> commands, byte[] key, int tokens) {
    return proxies(commands)
        .builder()
        .build(key, () -> CompletableFuture.completedFuture(bucket))
        .tryConsume(tokens);
  }

  private AsyncProxyManager<byte[]> proxies(RedisClusterAsyncCommands<byte[], byte[]> commands) {
    Buckets current = buckets;
    if (current == null || current.commands() != commands) {
      current = new Buckets(commands, proxyManager(commands));
      buckets = current;
    }
    return current.proxies();
  }

  private static AsyncProxyManager<byte[]> proxyManager(
      RedisClusterAsyncCommands<byte[], byte[]> commands) {
    var builder =
        commands instanceof RedisAdvancedClusterAsyncCommands<byte[], byte[]> cluster
            ? Bucket4jLettuce.casBasedBuilder(cluster)
            : Bucket4jLettuce.casBasedBuilder((RedisAsyncCommands<byte[], byte[]>) commands);
    return builder
        .expirationAfterWrite(
            ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(
                Duration.ofSeconds(10)))
        .build()
        .asAsync();
  }
}
