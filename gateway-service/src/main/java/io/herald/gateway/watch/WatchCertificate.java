package io.herald.gateway.watch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Looks now and then at the certificate that strangers are shown. Gauge {@code
 * herald.certificate.expires}: when it ends, seconds since the epoch; not a number while it can't
 * be read, for example because the address is not reachable from inside. Alert two weeks before.
 */
final class WatchCertificate implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(WatchCertificate.class);

  private final URI address;
  private final ReadCertificate read;
  private final Duration pause;
  private volatile double expires = Double.NaN;
  private Disposable watching = Disposables.disposed();

  /**
   * Wires it.
   *
   * @param address whose certificate; other than https: there is none, and no gauge
   * @param pause between two looks
   */
  WatchCertificate(URI address, ReadCertificate read, Duration pause, MeterRegistry meters) {
    this.address = address;
    this.read = read;
    this.pause = pause;
    if (hasOne()) {
      Gauge.builder("herald.certificate.expires", () -> expires)
          .baseUnit("seconds")
          .register(meters);
    }
  }

  private boolean hasOne() {
    return "https".equals(address.getScheme());
  }

  @Override
  public void start() {
    if (hasOne()) {
      watching =
          Mono.fromRunnable(this::look)
              .subscribeOn(Schedulers.boundedElastic())
              .then(Mono.delay(pause))
              .repeat()
              .subscribe();
    }
  }

  void look() {
    try {
      expires = read.endOf(address).getEpochSecond();
    } catch (IOException | RuntimeException e) {
      expires = Double.NaN;
      log.debug("The certificate of {} can't be read: {}", address.getHost(), e.toString());
    }
  }

  @Override
  public void stop() {
    watching.dispose();
  }

  @Override
  public boolean isRunning() {
    return !watching.isDisposed();
  }
}
