package io.herald.bot.command;

import io.herald.bot.access.AllowList;
import io.herald.bot.update.Event.Admitted;
import io.herald.bot.update.Event.Other;
import io.herald.bot.update.Event.Pressed;
import io.herald.bot.update.Event.Said;
import io.herald.bot.update.Person;
import io.herald.bot.update.Update;
import io.herald.model.message.CallbackAnswer;
import io.herald.model.message.TextContent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Decides what follows from an update: a function of the update, so that a replay is harmless. */
public final class AnswerUpdate {

  private static final TextContent HINT =
      TextContent.plain("I only understand commands. Send /help to see them.");

  private final Map<String, Command> commands;
  private final Command help;
  private final Usernames usernames;
  private final AllowList allowList;

  AnswerUpdate(List<Command> commands, Usernames usernames, AllowList allowList) {
    this.help = new Help(commands);
    this.commands =
        Stream.concat(commands.stream(), Stream.of(help))
            .collect(Collectors.toUnmodifiableMap(Command::name, Function.identity()));
    this.usernames = usernames;
    this.allowList = allowList;
  }

  /** What follows from the update. */
  public Reaction answer(Update update) {
    return switch (update.event()) {
      case Said said when !said.from().isBot() -> answer(update, said);
      case Pressed pressed -> answer(pressed);
      case Said _, Admitted _, Other _ -> Reaction.IGNORED;
    };
  }

  private Reaction answer(Update update, Said said) {
    Optional<CommandCall> call = CommandCall.in(said);
    if (call.isPresent()) {
      return answer(update, said, call.get());
    }
    // People in a group talk to each other, not to the bot.
    return said.chat().isPrivate() ? guarded(said, "text", HINT) : Reaction.IGNORED;
  }

  private Reaction answer(Update update, Said said, CommandCall call) {
    if (call.isAddressed() && !usernames.isOurs(update.bot(), call.addressee())) {
      return Reaction.IGNORED;
    }
    Command command = commands.get(call.name());
    if (command != null) {
      return guarded(said, command.name(), command.answer(said.from()));
    }
    // Without an addressee a group's unknown command may be meant for another bot.
    return said.chat().isPrivate() || call.isAddressed()
        ? guarded(said, "unknown-command", unknown(call))
        : Reaction.IGNORED;
  }

  private static TextContent unknown(CommandCall call) {
    return TextContent.plain(
        "I don't know /" + call.name() + ". Send /help to see what I understand.");
  }

  private Reaction guarded(Said said, String subject, TextContent answer) {
    if (allowList.allows(said.from())) {
      return Reaction.reply(subject, said.chat().id(), answer);
    }
    return Reaction.refusal(subject, said.chat().id(), TextContent.plain(refusal(said.from())));
  }

  private Reaction answer(Pressed pressed) {
    long place = Reaction.place(pressed.chat(), pressed.from());
    if (!allowList.allows(pressed.from())) {
      var refusal = new CallbackAnswer(pressed.queryId(), refusal(pressed.from()), true);
      return Reaction.refusal("button", place, refusal);
    }
    if (!pressed.data().equals(HelpButton.DATA)) {
      var gone = new CallbackAnswer(pressed.queryId(), "This button no longer works.", false);
      return Reaction.reply("button", place, gone);
    }
    var answer = new CallbackAnswer(pressed.queryId(), "", false);
    return Reaction.reply("button", place, answer, help.answer(pressed.from()));
  }

  private static String refusal(Person person) {
    return "Sorry, this bot is not open to you; ask its operator to let in your user id "
        + person.id()
        + '.';
  }
}
