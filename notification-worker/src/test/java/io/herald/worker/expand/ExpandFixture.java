package io.herald.worker.expand;

import io.herald.model.notification.NotificationRequested;
import io.herald.runtime.contract.ReadNotification;
import io.herald.telegram.text.layout.LayOut;
import io.herald.telegram.text.layout.LayoutStyle;
import io.herald.worker.compose.ComposeContents;
import io.herald.worker.control.Leave;
import io.herald.worker.recipient.ResolveRecipients;
import io.herald.worker.recipient.Routes;
import io.herald.worker.template.Templates;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** An expansion at noon, with people and routes, and what it tells. */
abstract class ExpandFixture {

  private static final int SLICE = 10;

  final FakePeople people = new FakePeople();
  final Map<String, String> repeated = new HashMap<>();
  final Map<String, Leave> leave = new HashMap<>();
  Instant now = Instant.parse("2026-01-05T12:00:00Z");

  private final ExpandNotification expand =
      new ExpandNotification(
          new ComposeContents(new Templates(null, (_, _) -> {}), new LayOut(LayoutStyle.STANDARD)),
          new ResolveRecipients(
              people,
              Routes.parse("oncall=chat:-100,user:ann,user:bob;chats=chat:1,chat:@news"),
              "main",
              SLICE),
          new DecideFate((_, _, chat) -> Mono.justOrEmpty(repeated.get(chat))),
          notification -> leave.getOrDefault(notification, Leave.GIVEN),
          () -> now);

  static List<String> told(Expansion expansion) {
    return expansion.events().stream()
        .map(it -> it.messageId() + ' ' + it.status() + ' ' + it.errorClass() + ' ' + it.messages())
        .toList();
  }

  static NotificationRequested read(String json) {
    return new ReadNotification().read(json.replace('\'', '"').getBytes());
  }

  final Expansion expand(String json) {
    return expand(Task.of(read(json), now));
  }

  final Expansion expand(Task task) {
    return expand.expand(task).block();
  }
}
