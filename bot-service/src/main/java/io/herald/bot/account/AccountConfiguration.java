package io.herald.bot.account;

import io.herald.runtime.account.Accounts;
import io.herald.runtime.account.LinkChat;
import io.herald.runtime.account.LinkCodes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the commands about accounts, in the order in which /help lists them. */
@Configuration(proxyBeanMethods = false)
class AccountConfiguration {

  @Bean
  Start start(Accounts accounts, LinkCodes codes, LinkChat linkChat, PageAddress page) {
    return new Start(accounts, codes, new LinkByToken(accounts, codes, linkChat), page);
  }

  @Bean
  Settings settings(Accounts accounts, PageAddress page) {
    return new Settings(accounts, new ShowSettings(page));
  }

  @Bean
  Unlink unlink(Accounts accounts, LinkChat linkChat) {
    return new Unlink(accounts, linkChat);
  }
}
