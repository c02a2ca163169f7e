package io.herald.worker.report;

import io.herald.model.delivery.DeliveryEvent;
import io.herald.model.delivery.DeliveryStatus;
import io.herald.model.message.Origin;
import io.herald.model.notification.Recipient;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Gauge {@code herald.route.failures}, tag {@code route}: how many notifications in a row a
 * recipient of that route did not get, the recipient with the most of them counts. Whatever they
 * got last, through the route or not, sets it to 0; so does losing the partitions, since another
 * worker goes on counting. Alert on 3.
 */
public final class RouteFailures {

  /** For workers without routes, and tests. */
  public static final RouteFailures NONE = new RouteFailures(Map.of());

  private final Map<String, List<Recipient>> routes;
  private final Set<Recipient> recipients;
  private final Map<Recipient, Row> rows = new ConcurrentHashMap<>();

  /** Failures in a row; a notification of several parts is one. */
  private record Row(int failures, String last) {}

  /**
   * Counts for these.
   *
   * @param routes recipients by the names of their routes
   */
  public RouteFailures(Map<String, List<Recipient>> routes) {
    this.routes = Map.copyOf(routes);
    this.recipients =
        routes.values().stream()
            .flatMap(Collection::stream)
            .collect(java.util.stream.Collectors.toUnmodifiableSet());
  }

  /** Registers a gauge for each route. */
  public void register(MeterRegistry meters) {
    for (String route : routes.keySet()) {
      Gauge.builder("herald.route.failures", () -> failures(route))
          .tag("route", route)
          .register(meters);
    }
  }

  /** A message's way has ended. */
  void ended(DeliveryEvent event) {
    Recipient recipient = recipient(event);
    if (recipient == null || !recipients.contains(recipient)) {
      return;
    }
    if (event.status() == DeliveryStatus.SENT) {
      rows.remove(recipient);
    } else if (event.status() == DeliveryStatus.FAILED
        || event.status() == DeliveryStatus.EXPIRED) {
      rows.merge(recipient, new Row(1, event.notificationId()), RouteFailures::oneMore);
    }
  }

  private static Row oneMore(Row before, Row now) {
    return before.last().equals(now.last()) ? before : new Row(before.failures() + 1, now.last());
  }

  private static @Nullable Recipient recipient(DeliveryEvent event) {
    Origin origin = event.origin();
    if (origin != null && origin.user() != null) {
      return Recipient.user(origin.user());
    }
    return event.chat().isEmpty() ? null : Recipient.chat(event.chat());
  }

  /** The partitions are another worker's now. */
  void forget() {
    rows.clear();
  }

  private int failures(String route) {
    return routes.getOrDefault(route, List.of()).stream()
        .map(rows::get)
        .mapToInt(row -> row == null ? 0 : row.failures())
        .max()
        .orElse(0);
  }
}
