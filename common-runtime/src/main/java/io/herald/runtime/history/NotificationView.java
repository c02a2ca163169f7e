package io.herald.runtime.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.herald.model.notification.Recipient;
import io.herald.model.topic.Lane;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A notification and what became of it, as a {@link Viewer} may see it. To a person it looks as if
 * it were for them alone.
 *
 * @param id the notification's id
 * @param source the service that asked
 * @param kind what it is about
 * @param title the beginning of its title; only a person it is for is shown it
 * @param to who it is for; empty: not known yet
 * @param priority how urgent it is; absent: not known yet
 * @param state how far it is
 * @param reason why it is not sent, in plain words; absent: nothing to say
 * @param acceptedAt when it was durable; absent: not known yet
 * @param notBefore when it is due; absent: at once
 * @param expiresAt when delivery is given up; absent: a day after it was due
 * @param timings how long its steps took
 * @param total how many messages it becomes; absent: not known yet
 * @param counts messages by state
 * @param messages the first {@value History#MESSAGES} messages; none in a list
 * @param messagesLeftOut how many more there are
 * @param trace the latest changes of state, oldest first; none in a list
 */
public record NotificationView(
    String id,
    String source,
    String kind,
    @Nullable String title,
    List<Recipient> to,
    @Nullable Lane priority,
    NotificationState state,
    @Nullable String reason,
    @Nullable Instant acceptedAt,
    @Nullable Instant notBefore,
    @Nullable Instant expiresAt,
    Timings timings,
    @Nullable Integer total,
    Map<MessageState, Integer> counts,
    List<MessageView> messages,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) int messagesLeftOut,
    List<StateChange> trace) {

  /** The same without its messages and their trace. */
  NotificationView inList() {
    return new NotificationView(
        id,
        source,
        kind,
        title,
        to,
        priority,
        state,
        reason,
        acceptedAt,
        notBefore,
        expiresAt,
        timings,
        total,
        counts,
        List.of(),
        0,
        List.of());
  }
}
