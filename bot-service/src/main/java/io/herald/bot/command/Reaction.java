package io.herald.bot.command;

import io.herald.bot.update.Chat;
import io.herald.bot.update.Person;
import io.herald.model.command.ExternalCommand;
import io.herald.model.message.TextContent;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What follows from an update.
 *
 * @param verdict what was decided
 * @param subject what it was about, one of a bounded set, fit for metrics: a known command's name,
 *     another service's, {@code unknown-command}, {@code text}, {@code button} or {@code none}
 * @param chat where the replies go, to the topic that is being answered; of id 0 if there are none
 * @param replies what is to be sent, in order; empty for nothing
 * @param external what another service is asked to do; null: nothing
 */
public record Reaction(
    Verdict verdict,
    String subject,
    Chat chat,
    List<Reply> replies,
    @Nullable ExternalCommand external) {

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
    /** Herald knows no such command, or the button is none that works. */
    UNKNOWN,
    /** The command is another service's. */
    EXTERNAL,
    /** It went wrong, and the person was told so. */
    FAILED,
    /** Nothing is to be done about it. */
    IGNORED;

    /** The word for logs and metrics. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static final Reaction IGNORED =
      new Reaction(Verdict.IGNORED, "none", new Chat(0, false), List.of());

  public Reaction {
    replies = List.copyOf(replies);
  }

  /** What this service does by itself. */
  Reaction(Verdict verdict, String subject, Chat chat, List<Reply> replies) {
    this(verdict, subject, chat, replies, null);
  }

  /** A single text. */
  static Reaction text(Verdict verdict, String subject, Chat chat, String text) {
    return new Reaction(verdict, subject, chat, List.of(Reply.of(TextContent.plain(text))));
  }

  /** The same, and another service is asked to do something. */
  Reaction asking(ExternalCommand command) {
    return new Reaction(verdict, subject, chat, replies, command);
  }

  /** Where an answer goes: where it happened, else the chat with the person. */
  static Chat place(@Nullable Chat chat, Person person) {
    return chat == null ? new Chat(person.id(), true) : chat;
  }
}
