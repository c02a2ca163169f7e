package io.herald.model.notification;

import org.jspecify.annotations.Nullable;

/**
 * Who a notification is for, one of the four.
 *
 * @param chat Telegram's chat id as decimal text, or {@code @channel}
 * @param user a person who has linked their Telegram, by the id that the identity provider gives
 * @param route a name that the operator has given to a list of recipients
 * @param audience a set of people; {@value #LINKED}: everybody who has linked their Telegram
 */
public record Recipient(
    @Nullable String chat,
    @Nullable String user,
    @Nullable String route,
    @Nullable String audience) {

  /** The audience of everybody who has linked their Telegram. */
  public static final String LINKED = "linked";

  public Recipient {
    int given = one(chat) + one(user) + one(route) + one(audience);
    if (given != 1) {
      throw new IllegalArgumentException("a recipient has either chat, user, route or audience");
    }
  }

  /** A chat or channel. */
  public static Recipient chat(String chat) {
    return new Recipient(chat, null, null, null);
  }

  /** A person who has linked their Telegram. */
  public static Recipient user(String user) {
    return new Recipient(null, user, null, null);
  }

  /** The recipients that the operator gave that name. */
  public static Recipient route(String route) {
    return new Recipient(null, null, route, null);
  }

  /** A set of people. */
  public static Recipient audience(String audience) {
    return new Recipient(null, null, null, audience);
  }

  private static int one(@Nullable String given) {
    return given == null ? 0 : 1;
  }

  /** The recipient as one word, {@code user:ann@example.com}: for keys, ids and logs. */
  public String word() {
    if (chat != null) {
      return "chat:" + chat;
    }
    if (user != null) {
      return "user:" + user;
    }
    return route != null ? "route:" + route : "audience:" + audience;
  }
}
