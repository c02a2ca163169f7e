package io.herald.bot.update;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened at Telegram, reduced to what this service can act on. */
public sealed interface Event {

  /** Somebody wrote a text. */
  record Said(Chat chat, Person from, String text, List<TextEntity> entities) implements Event {}

  /**
   * Somebody pressed an inline button.
   *
   * @param data what the button carries; empty if nothing
   * @param chat where the button's message is; null where Telegram no longer says
   */
  record Pressed(String queryId, String data, Person from, @Nullable Chat chat) implements Event {}

  /** The bot may write to the chat: a person let it in (again), or a group took it in (again). */
  record Admitted(Chat chat) implements Event {}

  /** Anything else: edits, joins, polls, and kinds that don't exist yet. */
  record Other() implements Event {}
}
