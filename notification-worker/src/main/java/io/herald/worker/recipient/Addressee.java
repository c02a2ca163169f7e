package io.herald.worker.recipient;

import io.herald.model.account.Preferences;
import org.jspecify.annotations.Nullable;

/** What became of a recipient when it was looked up. */
public sealed interface Addressee {

  /** The recipient as one word, {@code user:ann@example.com}; a part of the messages' ids. */
  String word();

  /** The person; null where a chat was named. */
  @Nullable String user();

  /**
   * A chat that can be written to.
   *
   * @param bot who writes
   * @param chat Telegram's chat id as decimal text, or {@code @channel}
   * @param preferences the person's; of a chat that was named: all at any hour
   */
  record Reachable(
      String word, @Nullable String user, String bot, String chat, Preferences preferences)
      implements Addressee {}

  /**
   * Nobody that can be written to.
   *
   * @param errorClass one word of the field: {@code not_linked}, {@code unknown_route}, {@code
   *     unknown_audience}
   * @param error the same for people
   */
  record Unreachable(String word, @Nullable String user, String errorClass, String error)
      implements Addressee {}

  /**
   * The chat gets the notification already, under another name.
   *
   * @param bot who would write
   * @param chat the chat
   */
  record Repeated(String word, @Nullable String user, String bot, String chat)
      implements Addressee {}
}
