package io.herald.model.notification;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.herald.model.message.OnUnknown;
import io.herald.model.topic.Lane;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Somebody wants something sent. Any service may publish it; {@code
 * contracts/notification-requested.schema.json} says what is allowed, this record only what it
 * means.
 *
 * @param schemaVersion version of this record's shape
 * @param id the notification's id, unique over all sources: the same id is sent once
 * @param source the service that asks
 * @param kind what it is about, for filters and cooldown: {@code drift.detected}
 * @param to who it is for, at least one
 * @param priority the lane that it goes out on
 * @param title a line above the text, shown bold; absent: none
 * @param text the text; absent where a template is named
 * @param format the text's markup
 * @param template name of a template that is rendered with {@code data}; absent: the text as it is
 * @param data values for the template
 * @param photo a picture to send, with the text as caption
 * @param document a file to send, with the text as caption
 * @param buttons rows of buttons below the text
 * @param silent without sound
 * @param protect can't be forwarded or saved
 * @param thread topic of a forum, Telegram's {@code message_thread_id}; absent: the general one
 * @param replaceKey a later notification with this key edits the earlier one in place
 * @param dedupeKey of notifications with this key only the first is sent within the window
 * @param dedupeWindow number and unit {@code s m h d}, for example {@code 10m}; absent: {@code 1h}
 * @param cooldown how long a recipient is spared further ones of this source and kind; absent: not
 * @param notBefore when it is due; absent: at once
 * @param expiresAt when delivery is given up; absent: a day after it was due
 * @param onUnknown what to do when it is not known whether an attempt arrived
 */
public record NotificationRequested(
    String schemaVersion,
    String id,
    String source,
    String kind,
    @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<Recipient> to,
    Lane priority,
    @Nullable String title,
    @Nullable String text,
    TextMarkup format,
    @Nullable String template,
    Map<String, Object> data,
    @Nullable Attachment photo,
    @Nullable Attachment document,
    List<List<ActionButton>> buttons,
    boolean silent,
    boolean protect,
    @Nullable Integer thread,
    @Nullable String replaceKey,
    @Nullable String dedupeKey,
    @Nullable String dedupeWindow,
    @Nullable Cooldown cooldown,
    @Nullable Instant notBefore,
    @Nullable Instant expiresAt,
    OnUnknown onUnknown) {

  /** Version that this code writes. */
  public static final String SCHEMA_VERSION = "1.0.0";

  /** The source of who does not say. */
  public static final String ANONYMOUS = "unknown";

  /** The kind of who does not say. */
  public static final String MESSAGE = "message";

  public NotificationRequested {
    schemaVersion = schemaVersion == null ? SCHEMA_VERSION : schemaVersion;
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(to, "to");
    source = source == null ? ANONYMOUS : source;
    kind = kind == null ? MESSAGE : kind;
    to = List.copyOf(to);
    priority = priority == null ? Lane.STANDARD : priority;
    format = format == null ? TextMarkup.PLAIN : format;
    // Values may be null, as JSON's are.
    data = data == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(data));
    buttons = buttons == null ? List.of() : buttons.stream().map(List::copyOf).toList();
    onUnknown = onUnknown == null ? OnUnknown.RESEND : onUnknown;
  }

  /** Kafka key: those of one recipient keep their order. */
  public String key() {
    return to.getFirst().word();
  }

  /** The same for one recipient alone. */
  public NotificationRequested to(Recipient recipient) {
    return with(id, List.of(recipient));
  }

  /** The same under another id. */
  public NotificationRequested withId(String other) {
    return with(other, to);
  }

  private NotificationRequested with(String otherId, List<Recipient> others) {
    return new NotificationRequested(
        schemaVersion,
        otherId,
        source,
        kind,
        others,
        priority,
        title,
        text,
        format,
        template,
        data,
        photo,
        document,
        buttons,
        silent,
        protect,
        thread,
        replaceKey,
        dedupeKey,
        dedupeWindow,
        cooldown,
        notBefore,
        expiresAt,
        onUnknown);
  }
}
