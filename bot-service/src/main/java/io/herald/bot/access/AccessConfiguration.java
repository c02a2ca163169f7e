package io.herald.bot.access;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the allow-list, and says at the start whom it lets in. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

  private static final Logger log = LoggerFactory.getLogger(AccessConfiguration.class);

  @Bean
  AllowList allowList(AccessSettings settings) {
    var list = new AllowList(settings.allowed(), settings.admins());
    log.info("The bots are {}", list.describe());
    return list;
  }

  @Bean
  AuditLog auditLog() {
    return new AuditLog();
  }
}
