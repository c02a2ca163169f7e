package io.herald.gateway.account;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires people's accounts. */
@Configuration(value = "accountDeskConfiguration", proxyBeanMethods = false)
class AccountConfiguration {

  @Bean
  AccountDesk accountDesk() {
    return new AccountDesk();
  }
}
