package io.herald.runtime.contract;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what holds notifications to the contract. */
@Configuration(proxyBeanMethods = false)
public class ContractConfiguration {

  @Bean
  ReadNotification readNotification() {
    return new ReadNotification();
  }
}
