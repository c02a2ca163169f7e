package io.herald.bot.command;

import io.herald.bot.access.AllowList;
import io.herald.bot.command.Reaction.Verdict;
import io.herald.bot.update.Event.Said;
import io.herald.bot.update.Update;
import io.herald.model.command.ExternalCommand;
import io.herald.model.command.Sender;
import java.util.List;

/**
 * Answers commands that this service does not know. Another service may: each is offered to them,
 * and only where none is known to have it the person gets a hint.
 */
final class AnswerUnknown {

  private static final String SUBJECT = "unknown-command";

  private final CommandBook book;
  private final AllowList allowList;

  AnswerUnknown(CommandBook book, AllowList allowList) {
    this.book = book;
    this.allowList = allowList;
  }

  /** Without an addressee a group's unknown command may be meant for another bot. */
  boolean isMeantForUs(Said said, CommandCall call) {
    return said.chat().isPrivate() || call.isAddressed() || isOthers(call);
  }

  /** What it is called in metrics. */
  String subject(CommandCall call) {
    return isOthers(call) ? call.name() : SUBJECT;
  }

  Reaction answer(Update update, Said said, CommandCall call) {
    if (isOthers(call)) {
      return new Reaction(Verdict.EXTERNAL, call.name(), said.chat(), List.of())
          .asking(external(update, said, call));
    }
    String hint = "I don't know /" + call.name() + ". Send /help to see what I understand.";
    Reaction hinting = Reaction.text(Verdict.UNKNOWN, SUBJECT, said.chat(), hint);
    // An admins' command that somebody else tries is nobody else's either.
    return book.isOurs(call.name()) ? hinting : hinting.asking(external(update, said, call));
  }

  private boolean isOthers(CommandCall call) {
    return book.others().containsKey(call.name());
  }

  private ExternalCommand external(Update update, Said said, CommandCall call) {
    String firstName = said.from().firstName();
    var sender =
        new Sender(
            said.from().id(),
            firstName.isEmpty() ? null : firstName,
            said.from().username(),
            allowList.isAdmin(said.from()));
    return new ExternalCommand(
        ExternalCommand.SCHEMA_VERSION,
        update.cause(),
        update.bot(),
        String.valueOf(said.chat().id()),
        said.chat().thread(),
        sender,
        call.name(),
        call.arguments(),
        update.receivedAt());
  }
}
