package io.herald.runtime.access;

import com.nimbusds.jose.jwk.JWKSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * The keys of an issuer's signatures: asked for when the first token comes, and again when they are
 * old or a token names one that is new, but never more often than every few seconds, so that forged
 * tokens can't make us a burden to the issuer.
 *
 * <p>The issuer is gone: keys that are known go on for an hour, then nothing can be said about its
 * tokens ({@link IssuerGone}).
 */
final class IssuerKeys {

  /** From then on they are asked for again. */
  static final Duration FRESH = Duration.ofMinutes(10);

  /** From then on they count no more, because the issuer may have withdrawn them. */
  static final Duration USABLE = Duration.ofHours(1);

  /** Between two questions to the issuer. */
  static final Duration PAUSE = Duration.ofSeconds(5);

  private static final Logger log = LoggerFactory.getLogger(IssuerKeys.class);

  private final Supplier<Mono<JWKSet>> fetch;
  private final Clock clock;
  private final AtomicReference<@Nullable Mono<JWKSet>> fetching = new AtomicReference<>();
  private volatile @Nullable Known known;
  private volatile Instant nextQuestion = Instant.MIN;

  private record Known(JWKSet keys, Instant since) {}

  /**
   * @param fetch asks the issuer; fails with {@link IssuerGone}
   */
  IssuerKeys(Supplier<Mono<JWKSet>> fetch, Clock clock) {
    this.fetch = fetch;
    this.clock = clock;
  }

  /**
   * The issuer's keys, with that one among them if the issuer has it.
   *
   * @param kid the key that a token names; null: it names none
   */
  Mono<JWKSet> forToken(@Nullable String kid) {
    Known current = usable();
    if (current != null && isFresh(current) && has(current, kid)) {
      return Mono.just(current.keys());
    }
    if (fetching.get() == null && clock.instant().isBefore(nextQuestion)) {
      return current == null
          ? Mono.error(new IssuerGone("it did not answer a moment ago"))
          : Mono.just(current.keys());
    }
    return ask()
        .onErrorResume(
            IssuerGone.class,
            gone -> current == null ? Mono.error(gone) : Mono.just(current.keys()));
  }

  private @Nullable Known usable() {
    Known current = known;
    return current == null || clock.instant().isAfter(current.since().plus(USABLE))
        ? null
        : current;
  }

  private boolean isFresh(Known current) {
    return clock.instant().isBefore(current.since().plus(FRESH));
  }

  private static boolean has(Known current, @Nullable String kid) {
    return kid == null || current.keys().getKeyByKeyId(kid) != null;
  }

  /** One question at a time, whose answer all wait for. */
  private Mono<JWKSet> ask() {
    Mono<JWKSet> question = Mono.defer(fetch).doOnNext(this::learn).doOnError(this::tell);
    Mono<JWKSet> shared = question.doFinally(_ -> fetching.set(null)).cache();
    Mono<JWKSet> running = fetching.compareAndExchange(null, shared);
    return running == null ? shared : running;
  }

  private void learn(JWKSet keys) {
    nextQuestion = clock.instant().plus(PAUSE);
    known = new Known(keys, clock.instant());
  }

  private void tell(Throwable gone) {
    nextQuestion = clock.instant().plus(PAUSE);
    log.warn("No keys from the issuer of tokens, asked again in {}: {}", PAUSE, gone.getMessage());
  }
}
