package io.herald.bot.command;

import io.herald.bot.update.Chat;
import io.herald.bot.update.Person;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What follows from an update.
 *
 * @param verdict what was decided
 * @param subject what it was about, one of a bounded set, fit for metrics: a known command's name,
 *     {@code unknown-command}, {@code text}, {@code button} or {@code none}
 * @param chat where the replies go, to the topic that is being answered; of id 0 if there are none
 * @param replies what is to be sent, in order; empty for nothing
 */
public record Reaction(Verdict verdict, String subject, Chat chat, List<Reply> replies) {

  /** What was decided about an update. */
  public enum Verdict {
    /** It is answered. */
    REPLIED,
    /** The person may not use the bot. */
    REFUSED,
    /** The person asks too much, and has to wait. */
    THROTTLED,
    /** A command was written wrongly. */
    USAGE,
    /** There is no such command. */
    UNKNOWN,
    /** The command is another service's. */
    EXTERNAL,
    /** It went wrong, and the person was told so. */
    FAILED,
    /** Nothing is to be done about it. */
    IGNORED
  }

  static final Reaction IGNORED =
      new Reaction(Verdict.IGNORED, "none", new Chat(0, false), List.of());

  public Reaction {
    replies = List.copyOf(replies);
  }

  /** Where an answer goes: where it happened, else the chat with the person. */
  static Chat place(@Nullable Chat chat, Person person) {
    return chat == null ? new Chat(person.id(), true) : chat;
  }
}
