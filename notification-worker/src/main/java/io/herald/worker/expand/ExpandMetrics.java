package io.herald.worker.expand;

import io.herald.model.delivery.DeliveryEvent;
import io.herald.model.delivery.DeliveryStatus;
import io.herald.worker.template.MissingValue;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/**
 * Figures of the expansion.
 *
 * <ul>
 *   <li>{@code herald.expand.notifications}, tag {@code outcome} ({@code expanded}, {@code
 *       continued}: a slice of an audience, more follow; {@code deferred}: whole; {@code
 *       malformed}): records read. Alert on {@code malformed}.
 *   <li>{@code herald.expand.messages}, tag {@code lane}: messages published.
 *   <li>{@code herald.expand.withheld}, tags {@code status} ({@code suppressed}, {@code failed},
 *       {@code expired}) and {@code reason}: message ids that nothing is published for. Alert on
 *       {@code unknown_route} and {@code unknown_template}.
 *   <li>{@code herald.expand.deferred}: notifications and shares that were put off. Messages,
 *       withheld ones and the parts of deferred shares are all ids that are told of.
 *   <li>{@code herald.expand}, a timer: from reading a record until everything that follows from it
 *       is durable.
 *   <li>{@code herald.expand.malformed.markup}, tag {@code markup}: texts sent as they were
 *       written; {@code herald.expand.missing.values}, tag {@code template}: values that a template
 *       asked for in vain. Either is a mistake of who publishes, or of the template.
 * </ul>
 */
final class ExpandMetrics implements MissingValue {

  private static final String NOTIFICATIONS = "herald.expand.notifications";

  private final MeterRegistry meters;
  private final Timer time;

  ExpandMetrics(MeterRegistry meters) {
    this.meters = meters;
    this.time =
        Timer.builder("herald.expand")
            .publishPercentileHistogram()
            .minimumExpectedValue(Duration.ofMillis(1))
            .maximumExpectedValue(Duration.ofSeconds(10))
            .register(meters);
  }

  /** A record was no notification. */
  void malformed() {
    meters.counter(NOTIFICATIONS, "outcome", "malformed").increment();
  }

  /** A step is done with. */
  void expanded(Expansion expansion, Duration took) {
    time.record(took);
    meters.counter(NOTIFICATIONS, "outcome", outcome(expansion)).increment();
    meters
        .counter("herald.expand.messages", "lane", expansion.lane().word())
        .increment(expansion.messages().size());
    meters.counter("herald.expand.deferred").increment(expansion.deferrals().size());
    expansion.events().stream()
        .filter(event -> event.status() != DeliveryStatus.PENDING)
        .forEach(this::withheld);
    if (expansion.flaw() != null) {
      meters
          .counter("herald.expand.malformed.markup", "markup", expansion.flaw().markup())
          .increment();
    }
  }

  private static String outcome(Expansion expansion) {
    if (expansion.next() != null) {
      return "continued";
    }
    boolean whole = expansion.deferrals().stream().anyMatch(it -> it.messages() == null);
    return whole ? "deferred" : "expanded";
  }

  private void withheld(DeliveryEvent event) {
    String status = event.status().name().toLowerCase();
    String reason = String.valueOf(event.errorClass());
    meters.counter("herald.expand.withheld", "status", status, "reason", reason).increment();
  }

  @Override
  public void missing(String template, String value) {
    meters.counter("herald.expand.missing.values", "template", template).increment();
  }
}
