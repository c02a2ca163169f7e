package io.herald.gateway.limit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetAddress;
import reactor.core.publisher.Mono;

/**
 * Request limits against abuse, and for fairness among those who call the API. Telegram's own
 * traffic never meets one at any rate that Telegram reaches: an authentic update costs no round
 * trip unless its sender is already suspiciously busy. {@code herald.requests.limited} counts
 * refusals by {@code limit} (address, sender, caller, person).
 */
public final class RequestLimits {

  private static final Mono<Boolean> YES = Mono.just(true);

  private final TokenBuckets addresses;
  private final Shares senders;
  private final Shares callers;
  private final TokenBuckets persons;
  private final Counter limitedAddresses;
  private final Counter limitedSenders;
  private final Counter limitedCallers;
  private final Counter limitedPersons;

  RequestLimits(
      TokenBuckets addresses,
      Shares senders,
      Shares callers,
      TokenBuckets persons,
      MeterRegistry meters) {
    this.addresses = addresses;
    this.senders = senders;
    this.callers = callers;
    this.persons = persons;
    this.limitedAddresses = meters.counter("herald.requests.limited", "limit", "address");
    this.limitedSenders = meters.counter("herald.requests.limited", "limit", "sender");
    this.limitedCallers = meters.counter("herald.requests.limited", "limit", "caller");
    this.limitedPersons = meters.counter("herald.requests.limited", "limit", "person");
  }

  /** Whether a request that is not proven to be Telegram's may still get its proper refusal. */
  public Mono<Boolean> strangerMayGoOn(InetAddress client) {
    return addresses
        .tryConsume(("rl:ip:" + client.getHostAddress()).getBytes(UTF_8))
        .doOnNext(mayGoOn -> count(mayGoOn, limitedAddresses));
  }

  /** Whether that sender is so busy that the shared bucket is to be asked; 0: no sender. */
  public boolean isBusy(long sender) {
    return sender != 0 && senders.busy().isBusy(sender);
  }

  /** Whether an authentic update of that busy sender may go on. */
  public Mono<Boolean> senderMayGoOn(String bot, long sender) {
    return senders
        .buckets()
        .tryConsume(("rl:sender:" + bot + ':' + sender).getBytes(UTF_8))
        .doOnNext(mayGoOn -> count(mayGoOn, limitedSenders));
  }

  /**
   * Whether a caller of the API may go on.
   *
   * @param caller the caller, told apart from all others
   * @param count how many notifications or uploads it wants accepted
   */
  public Mono<Boolean> callerMayGoOn(String caller, int count) {
    return callers.busy().isBusy(caller.hashCode(), count)
        ? callers
            .buckets()
            .tryConsume(("rl:caller:" + caller).getBytes(UTF_8), count)
            .doOnNext(mayGoOn -> count(mayGoOn, limitedCallers))
        : YES;
  }

  /** Whether a person, or who acts for them, may go on looking after their account. */
  public Mono<Boolean> personMayGoOn(String user) {
    return persons
        .tryConsume(("rl:person:" + user).getBytes(UTF_8))
        .doOnNext(mayGoOn -> count(mayGoOn, limitedPersons));
  }

  private static void count(boolean mayGoOn, Counter limited) {
    if (!mayGoOn) {
      limited.increment();
    }
  }

  /**
   * A limit of which each replica lets a part through on its own.
   *
   * @param busy tells when that part is used up
   * @param buckets the part that all replicas share
   */
  record Shares(BusySenders busy, TokenBuckets buckets) {}
}
