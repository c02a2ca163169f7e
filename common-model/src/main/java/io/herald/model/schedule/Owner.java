package io.herald.model.schedule;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who a schedule belongs to; who has none belongs to the operators.
 *
 * @param user the person, by the id that the identity provider gives; absent: not known
 * @param bot name of the bot in whose chat it was made; absent: not made in a chat
 * @param chat that chat, Telegram's id, decimal; absent: not made in a chat
 * @param thread the topic within the chat; absent: none
 * @param telegramUser Telegram's user id; absent: not made in a chat
 */
public record Owner(
    @Nullable String user,
    @Nullable String bot,
    @Nullable String chat,
    @Nullable Integer thread,
    @Nullable Long telegramUser) {

  /** Nobody: the operators. */
  public static final Owner OPERATORS = new Owner(null, null, null, null, null);

  /** A person, by the id that the identity provider gives. */
  public static Owner user(String user) {
    return new Owner(user, null, null, null, null);
  }

  /** A person who writes to a bot. */
  public static Owner chat(String bot, String chat, @Nullable Integer thread, long telegramUser) {
    return new Owner(null, bot, chat, thread, telegramUser);
  }

  /**
   * The words that this owner's schedules are found under, {@code user:ann@example.com} and {@code
   * telegram:4711}; none for the operators.
   */
  public List<String> words() {
    List<String> words = new ArrayList<>(2);
    if (user != null) {
      words.add("user:" + user);
    }
    if (telegramUser != null) {
      words.add("telegram:" + telegramUser);
    }
    return List.copyOf(words);
  }
}
