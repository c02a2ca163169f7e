package io.herald.bot.command;

import io.herald.bot.access.AllowList;
import io.herald.bot.limit.TakeTurns;
import io.herald.runtime.sign.Signing;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gathers the commands and buttons that the other packages make; /help joins them by itself. */
@Configuration(proxyBeanMethods = false)
class CommandConfiguration {

  @Bean
  SignButtons signButtons(Signing signing) {
    return new SignButtons(signing);
  }

  @Bean
  CommandBook commandBook(List<Command> commands, OthersCommands others, AllowList allowList) {
    return new CommandBook(commands, others, allowList);
  }

  @Bean
  HelpButton helpButton(CommandBook book) {
    return new HelpButton(book);
  }

  @Bean
  AnswerUpdate answerUpdate(
      CommandBook book,
      List<Buttons> buttons,
      SignButtons sign,
      Usernames usernames,
      AllowList allowList,
      TakeTurns turns) {
    var admit = new Admit(allowList, turns);
    return new AnswerUpdate(
        book,
        new AnswerCommand(sign, book),
        new AnswerUnknown(book, allowList),
        new AnswerPress(buttons, sign, allowList, admit),
        usernames,
        admit);
  }
}
