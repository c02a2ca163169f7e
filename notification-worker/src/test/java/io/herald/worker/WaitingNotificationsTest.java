package io.herald.worker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.herald.model.account.Preferences;
import io.herald.model.account.QuietHours;
import io.herald.model.delivery.DeliveryEvent;
import io.herald.model.delivery.DeliveryStatus;
import io.herald.model.topic.Lane;
import io.herald.runtime.account.AccountIndex;
import io.herald.runtime.contract.ReadNotification;
import io.herald.runtime.trace.Traces;
import io.herald.worker.deferred.Deferral;
import io.herald.worker.deferred.PublishDeferral;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Notifications that can't go out yet. */
class WaitingNotificationsTest extends NotificationsFixture {

  @Test
  void waitsForTheEndOfQuietHours() {
    Instant end = Instant.now().plusSeconds(6);
    LocalTime to = LocalTime.ofInstant(end, ZoneOffset.UTC);
    var quiet = new QuietHours(to.minusHours(1), to);
    link("ann", Preferences.of(true, Lane.BULK, quiet, ZoneOffset.UTC));
    publish("{\"id\":\"%1$s\",\"to\":{\"user\":\"ann-%1$s\"},\"text\":\"later\"}");
    publish(
        "{\"id\":\"%1$s-b\",\"to\":{\"user\":\"ann-%1$s\"},\"text\":\"now\",\"priority\":\"interactive\"}");

    assertThat(awaitTexts(2)).containsExactly("now", "later");
    assertThat(Instant.now()).isAfterOrEqualTo(end);
    List<DeliveryEvent> told = awaitTold(3);
    assertThat(told).extracting(DeliveryEvent::errorClass).contains("quiet_hours");
    assertThat(told).extracting(DeliveryEvent::messageId).containsOnly(told.getFirst().messageId());
  }

  /** Though Redis has forgotten everything: what waits is read again from its topic. */
  @Test
  void waitsUntilItIsDue() {
    Instant due = Instant.now().plusSeconds(4);
    publish(
        "{\"id\":\"%s\",\"to\":[{\"chat\":\"%s\"},{\"route\":\"two\"}],\"text\":\"later\",\"notBefore\":\""
            + due
            + "\"}");
    awaitTold(1);
    commands.getConnectionFactory().getReactiveConnection().serverCommands().flushAll().block(SOON);

    assertThat(awaitTexts(1)).containsExactly("later");
    assertThat(Instant.now()).isAfterOrEqualTo(due);
    assertThat(awaitTold(7)).extracting(DeliveryEvent::messages).contains(3);
  }

  /** As after a stop that took longer than it could wait. */
  @Test
  void isNotSentWhenItHasExpiredMeanwhile() {
    Instant past = Instant.now().minusSeconds(60);
    String json =
        "{\"id\":\"%s\",\"to\":{\"chat\":\"%s\"},\"text\":\"too late\",\"expiresAt\":\"%s\"}";
    var expired = new ReadNotification().read(json.formatted(id, chat, past).getBytes(UTF_8));
    var deferral = new Deferral(expired, past.minusSeconds(60), null);
    new PublishDeferral(publish).publish(deferral, Traces.NOOP.begin("test")).block(SOON);

    assertThat(awaitTold(2).getLast().status()).isEqualTo(DeliveryStatus.EXPIRED);
    assertThat(TELEGRAM.calls(chat)).isEmpty();
  }

  /** Until it can be told who has linked; nobody counts as not linked meanwhile. */
  @Test
  void waitsForTheAccounts() {
    link("ann", Preferences.DEFAULT);
    accountIndex.stop();
    commands.getConnectionFactory().getReactiveConnection().serverCommands().flushAll().block(SOON);
    publish("{\"id\":\"%1$s\",\"to\":{\"user\":\"ann-%1$s\"},\"text\":\"at last\"}");
    publish("{\"id\":\"%1$s-b\",\"to\":{\"chat\":\"-%2$s\"},\"text\":\"other\"}", "other");
    await().atMost(SOON).until(() -> !TELEGRAM.calls("-" + chat).isEmpty());
    assertThat(TELEGRAM.calls(chat)).isEmpty();
    accountIndex = indexes.keep(AccountIndex.SPEC, new AccountIndex(redis));
    accountIndex.start();

    assertThat(awaitTexts(1)).containsExactly("at last");
  }
}
