package io.herald.bot.command;

import io.herald.bot.access.AllowList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gathers the commands and buttons that the other packages make; /help joins them by itself. */
@Configuration(proxyBeanMethods = false)
class CommandConfiguration {

  @Bean
  CommandBook commandBook(List<Command> commands, AllowList allowList) {
    return new CommandBook(commands, allowList);
  }

  @Bean
  AnswerUpdate answerUpdate(
      CommandBook book, List<Buttons> buttons, Usernames usernames, AllowList allowList) {
    return new AnswerUpdate(book, buttons, usernames, allowList);
  }
}
