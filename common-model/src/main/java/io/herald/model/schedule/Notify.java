package io.herald.model.schedule;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.herald.model.notification.NotificationRequested;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A notification is sent.
 *
 * @param notification all of it but its id, which is the fire's: see {@link #as}. In JSON it has
 *     none
 */
public record Notify(
    @JsonIgnoreProperties("id") @JsonDeserialize(using = WithoutId.class)
        NotificationRequested notification)
    implements Payload {

  /** The id of a notification that has none yet. */
  public static final String NO_ID = "scheduled";

  public Notify {
    notification = notification.withId(NO_ID);
  }

  @Override
  public String kind() {
    return "notification";
  }

  /** The notification under that id. */
  public NotificationRequested as(String id) {
    return notification.withId(id);
  }
}
