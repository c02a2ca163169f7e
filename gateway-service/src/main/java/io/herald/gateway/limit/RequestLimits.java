package io.herald.gateway.limit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetAddress;
import reactor.core.publisher.Mono;

/**
 * Request limits against abuse. Telegram's own traffic never meets one at any rate that Telegram
 * reaches: an authentic update costs no round trip unless its sender is already suspiciously busy.
 * {@code herald.requests.limited} counts refusals by {@code limit} (address, sender).
 */
public final class RequestLimits {

  private final TokenBuckets addresses;
  private final TokenBuckets senders;
  private final BusySenders busySenders;
  private final Counter limitedAddresses;
  private final Counter limitedSenders;

  RequestLimits(
      TokenBuckets addresses, TokenBuckets senders, BusySenders busy, MeterRegistry meters) {
    this.addresses = addresses;
    this.senders = senders;
    this.busySenders = busy;
    this.limitedAddresses = meters.counter("herald.requests.limited", "limit", "address");
    this.limitedSenders = meters.counter("herald.requests.limited", "limit", "sender");
  }

  /** Whether a request that is not proven to be Telegram's may still get its proper refusal. */
  public Mono<Boolean> strangerMayGoOn(InetAddress client) {
    return addresses
        .tryConsume(("rl:ip:" + client.getHostAddress()).getBytes(UTF_8))
        .doOnNext(mayGoOn -> count(mayGoOn, limitedAddresses));
  }

  /** Whether that sender is so busy that the shared bucket is to be asked; 0: no sender. */
  public boolean isBusy(long sender) {
    return sender != 0 && busySenders.isBusy(sender);
  }

  /** Whether an authentic update of that busy sender may go on. */
  public Mono<Boolean> senderMayGoOn(String bot, long sender) {
    return senders
        .tryConsume(("rl:sender:" + bot + ':' + sender).getBytes(UTF_8))
        .doOnNext(mayGoOn -> count(mayGoOn, limitedSenders));
  }

  private static void count(boolean mayGoOn, Counter limited) {
    if (!mayGoOn) {
      limited.increment();
    }
  }
}
