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
 * @param chat chat id that the replies go to; 0 if there are none
 * @param replies what is to be sent, in order; empty for nothing
 */
public record Reaction(Verdict verdict, String subject, long chat, List<Reply> replies) {

  /** What was decided about an update. */
  public enum Verdict {
    /** It is answered. */
    REPLIED,
    /** The person may not use the bot. */
    REFUSED,
    /** Nothing is to be done about it. */
    IGNORED
  }

  static final Reaction IGNORED = new Reaction(Verdict.IGNORED, "none", 0, List.of());

  static Reaction reply(String subject, long chat, List<Reply> replies) {
    return new Reaction(Verdict.REPLIED, subject, chat, List.copyOf(replies));
  }

  static Reaction refusal(String subject, long chat, Reply reply) {
    return new Reaction(Verdict.REFUSED, subject, chat, List.of(reply));
  }

  /** The chat that an answer goes to: where it happened, else the chat with the person. */
  static long place(@Nullable Chat chat, Person person) {
    return chat == null ? person.id() : chat.id();
  }
}
