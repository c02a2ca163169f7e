package io.herald.bot.command;

import io.herald.bot.access.AllowList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the commands; /help joins them by itself. */
@Configuration(proxyBeanMethods = false)
class CommandConfiguration {

  @Bean
  AnswerUpdate answerUpdate(Usernames usernames, AllowList allowList) {
    return new AnswerUpdate(List.of(new Start()), usernames, allowList);
  }
}
