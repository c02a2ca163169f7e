package io.herald.bot.command;

import io.herald.bot.access.AllowList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gathers the commands and buttons that the other packages make; /help joins them by itself. */
@Configuration(proxyBeanMethods = false)
class CommandConfiguration {

  @Bean
  AnswerUpdate answerUpdate(
      List<Command> commands, List<Buttons> buttons, Usernames usernames, AllowList allowList) {
    return new AnswerUpdate(commands, buttons, usernames, allowList);
  }
}
