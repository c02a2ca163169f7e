package io.herald.model.notification;

import io.herald.model.message.OnUnknown;
import io.herald.model.topic.Lane;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A notification that is being written by a service of Herald itself: as a rule for one recipient,
 * on the standard lane, as plain text, until something else is said. Whoever is asked by others
 * reads theirs by the contract.
 */
public final class NotificationDraft {

  private final String id;
  private final String source;
  private final String kind;
  private final List<Recipient> to;
  private Lane priority = Lane.STANDARD;
  private @Nullable String title;
  private @Nullable String text;
  private TextMarkup format = TextMarkup.PLAIN;
  private @Nullable String template;
  private Map<String, Object> data = Map.of();
  private @Nullable Attachment photo;
  private @Nullable Attachment document;
  private List<List<ActionButton>> buttons = List.of();
  private boolean silent;
  private boolean protect;
  private @Nullable Integer thread;
  private @Nullable String replaceKey;
  private @Nullable Instant expiresAt;

  /** Begins one; the parameters are those of {@link NotificationRequested}. */
  public NotificationDraft(String id, String source, String kind, Recipient to) {
    this(id, source, kind, List.of(to));
  }

  /** The same for several recipients. */
  public NotificationDraft(String id, String source, String kind, List<Recipient> to) {
    this.id = id;
    this.source = source;
    this.kind = kind;
    this.to = List.copyOf(to);
  }

  /** On that lane. */
  public NotificationDraft priority(Lane lane) {
    priority = lane;
    return this;
  }

  /** With a line above the text; null: none. */
  public NotificationDraft title(@Nullable String line) {
    title = line;
    return this;
  }

  /** With that text; null: that of a template, or none. */
  public NotificationDraft text(@Nullable String words, TextMarkup markup) {
    text = words;
    format = markup;
    return this;
  }

  /** By the template of that name, with values for it; null: the text as it is. */
  public NotificationDraft template(@Nullable String name, Map<String, Object> values) {
    template = name;
    data = values;
    return this;
  }

  /** With a picture; null: none. */
  public NotificationDraft photo(@Nullable Attachment picture) {
    photo = picture;
    return this;
  }

  /** With a file; null: none. */
  public NotificationDraft document(@Nullable Attachment file) {
    document = file;
    return this;
  }

  /** With rows of buttons. */
  public NotificationDraft buttons(List<List<ActionButton>> rows) {
    buttons = rows;
    return this;
  }

  /** Whether it comes without sound, and whether it can't be forwarded or saved. */
  public NotificationDraft quietly(boolean withoutSound, boolean isProtected) {
    silent = withoutSound;
    protect = isProtected;
    return this;
  }

  /** Into that topic of a forum; null: the general one. */
  public NotificationDraft thread(@Nullable Integer topic) {
    thread = topic;
    return this;
  }

  /** In the place of the last one with that key; null: as a message of its own. */
  public NotificationDraft replaceKey(@Nullable String key) {
    replaceKey = key;
    return this;
  }

  /** Given up at that time. */
  public NotificationDraft expiresAt(Instant time) {
    expiresAt = time;
    return this;
  }

  /** As it is asked for. */
  public NotificationRequested written() {
    return new NotificationRequested(
        NotificationRequested.SCHEMA_VERSION,
        id,
        source,
        kind,
        to,
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
        null,
        null,
        null,
        null,
        expiresAt,
        OnUnknown.RESEND);
  }
}
