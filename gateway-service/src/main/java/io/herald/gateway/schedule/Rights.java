package io.herald.gateway.schedule;

import io.herald.model.notification.NotificationRequested;
import io.herald.model.notification.Recipient;
import io.herald.model.schedule.Notify;
import io.herald.model.schedule.Payload;
import io.herald.model.schedule.PublishPost;
import io.herald.model.schedule.RunScript;
import io.herald.model.schedule.Summarize;
import io.herald.runtime.contract.Violation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What people may have done by a schedule: no more than they may do at once. */
final class Rights {

  private static final String TO = "/payload/notification/to";
  private static final String SOURCE = "/payload/notification/source";

  private Rights() {}

  /** What that one may not have done; empty: nothing of it is forbidden. */
  static Optional<Violation> problem(Actor actor, Payload payload) {
    return actor.isAdmin()
        ? Optional.empty()
        : Optional.ofNullable(
            switch (payload) {
              case Notify(NotificationRequested request) -> problem(actor, request);
              case PublishPost _ ->
                  actor.maySend()
                      ? null
                      : new Violation("/payload/post", "needs the scope notify.send");
              case RunScript _ -> new Violation("/payload/script", "needs the scope admin");
              case Summarize(String user) -> isSelf(actor, user) ? null : ofOthers();
            });
  }

  private static @Nullable Violation problem(Actor actor, NotificationRequested request) {
    if (actor.maySend()) {
      return null;
    }
    Recipient self = Recipient.user(actor.user().orElseThrow());
    if (!request.to().stream().allMatch(self::equals)) {
      return new Violation(
          TO, "must be the person themselves, {\"user\":…}, without the scope notify.send");
    }
    return request.source().equals(actor.name())
        ? null
        : new Violation(SOURCE, "is Herald's to choose without the scope notify.send");
  }

  private static boolean isSelf(Actor actor, String user) {
    return actor.user().filter(user::equals).isPresent();
  }

  private static Violation ofOthers() {
    return new Violation("/payload/summary", "must be the person themselves");
  }
}
