package io.herald.emulator.chat;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A Telegram user.
 *
 * @param contactable whether every bot may write first, as if the user had pressed Start
 */
public record Person(
    long id,
    String firstName,
    @Nullable String lastName,
    @Nullable String username,
    @Nullable String languageCode,
    boolean premium,
    boolean deactivated,
    boolean contactable) {

  public Person withDeactivated(boolean newValue) {
    return new Person(
        id, firstName, lastName, username, languageCode, premium, newValue, contactable);
  }

  /** Telegram's User object. */
  public ObjectNode toUser() {
    ObjectNode user = JsonNodeFactory.instance.objectNode();
    user.put("id", id).put("is_bot", false).put("first_name", firstName);
    putOptional(user, "last_name", lastName);
    putOptional(user, "username", username);
    putOptional(user, "language_code", languageCode);
    if (premium) {
      user.put("is_premium", true);
    }
    return user;
  }

  /** Telegram's Chat object of the private chat with this user. */
  public ObjectNode toChat() {
    ObjectNode chat = JsonNodeFactory.instance.objectNode();
    chat.put("id", id).put("first_name", firstName);
    putOptional(chat, "last_name", lastName);
    putOptional(chat, "username", username);
    return chat.put("type", "private");
  }

  private static void putOptional(ObjectNode json, String name, @Nullable String value) {
    if (value != null) {
      json.put(name, value);
    }
  }
}
