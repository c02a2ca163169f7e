package io.herald.gateway.account;

import io.herald.gateway.notify.Submission;
import io.herald.gateway.notify.SubmitNotifications;
import io.herald.gateway.notify.Submitted;
import io.herald.model.notification.NotificationDraft;
import io.herald.model.notification.NotificationRequested;
import io.herald.model.notification.Recipient;
import io.herald.model.topic.Lane;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Sends a person a test message, the way every notification goes. */
final class SendTest {

  private static final String TEMPLATE = "system.test";
  // Somebody looks at their phone now; an hour later it would only puzzle them.
  private static final Duration WORTH_SENDING = Duration.ofHours(1);

  private final SubmitNotifications submit;
  private final Clock clock;

  SendTest(SubmitNotifications submit, Clock clock) {
    this.submit = submit;
    this.clock = clock;
  }

  /** Sends one to somebody who is linked. */
  Mono<TestMessage> send(String user) {
    NotificationRequested request = request("test-" + UUID.randomUUID(), user);
    return submit
        .submit(Submission.of(request))
        .map(outcome ->
            outcome instanceof Submitted.Accepted
                ? new TestMessage.Requested(request.id())
                : new TestMessage.Unavailable());
  }

  private NotificationRequested request(String id, String user) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    return new NotificationDraft(id, "herald", TEMPLATE, Recipient.user(user))
        .priority(Lane.INTERACTIVE)
        .template(TEMPLATE, Map.of("user", user, "at", now.toString()))
        .expiresAt(now.plus(WORTH_SENDING))
        .written();
  }
}
