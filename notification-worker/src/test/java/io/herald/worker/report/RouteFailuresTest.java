package io.herald.worker.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.model.delivery.DeliveryEvent;
import io.herald.model.delivery.DeliveryStatus;
import io.herald.model.message.Origin;
import io.herald.model.message.Part;
import io.herald.model.notification.Recipient;
import io.herald.model.topic.Lane;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RouteFailuresTest {

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final RouteFailures failures =
      new RouteFailures(
          Map.of(
              "oncall", List.of(Recipient.chat("-100"), Recipient.user("ann")),
              "reports", List.of(Recipient.chat("@reports"))));

  @BeforeEach
  void register() {
    failures.register(meters);
  }

  @Test
  void countsARow() {
    ended("n1", "-100", null, DeliveryStatus.FAILED);
    ended("n2", "-100", null, DeliveryStatus.EXPIRED);

    assertThat(of("oncall")).isEqualTo(2);
    assertThat(of("reports")).isZero();
  }

  @Test
  void oneThatArrivesEndsTheRow() {
    ended("n1", "-100", null, DeliveryStatus.FAILED);
    ended("n2", "-100", null, DeliveryStatus.SENT);
    ended("n3", "-100", null, DeliveryStatus.FAILED);

    assertThat(of("oncall")).isEqualTo(1);
  }

  @Test
  void theRecipientWithTheLongestRowCounts() {
    ended("n1", "-100", null, DeliveryStatus.FAILED);
    ended("n2", "-100", null, DeliveryStatus.FAILED);
    ended("n3", "42", "ann", DeliveryStatus.SENT);

    assertThat(of("oncall")).isEqualTo(2);
  }

  @Test
  void aPersonIsKnownByTheirName() {
    ended("n1", "42", "ann", DeliveryStatus.FAILED);
    ended("n1", "43", "bob", DeliveryStatus.FAILED);

    assertThat(of("oncall")).isEqualTo(1);
  }

  @Test
  void thePartsOfANotificationAreOneFailure() {
    ended("n1", "@reports", null, DeliveryStatus.FAILED);
    ended("n1", "@reports", null, DeliveryStatus.FAILED);

    assertThat(of("reports")).isEqualTo(1);
  }

  @Test
  void anotherWorkerGoesOnWithoutIt() {
    ended("n1", "@reports", null, DeliveryStatus.FAILED);

    failures.forget();

    assertThat(of("reports")).isZero();
  }

  private double of(String route) {
    return meters.get("herald.route.failures").tag("route", route).gauge().value();
  }

  private void ended(
      String notification, String chat, @Nullable String user, DeliveryStatus status) {
    failures.ended(
        new DeliveryEvent(
            DeliveryEvent.SCHEMA_VERSION,
            notification,
            notification + ":0",
            Part.ONLY,
            "main",
            chat,
            Lane.STANDARD,
            status,
            1,
            10,
            List.of(),
            null,
            null,
            List.of(),
            Instant.EPOCH,
            new Origin("test", "test", user),
            null));
  }
}
