package io.herald.bot.access;

import io.herald.model.access.AccessChange;
import io.herald.model.topic.Topics;
import io.herald.runtime.kafka.PublishRecord;
import io.herald.runtime.table.KeepTable;
import io.herald.runtime.table.Tables;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Wires the allow-list, and says at the start whom it lets in. What admins change is the part
 * {@code access} of readiness.
 */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

  private static final Logger log = LoggerFactory.getLogger(AccessConfiguration.class);

  @Bean
  KeepTable<AccessChange> accessHealthIndicator(Tables tables) {
    return tables.keep(Topics.ACCESS, AccessChange.class);
  }

  @Bean
  AllowList allowList(AccessSettings settings, KeepTable<AccessChange> table) {
    var list = new AllowList(settings.allowed(), settings.admins(), AccessChanges.in(table));
    log.info("The bots are {}", list.describe());
    return list;
  }

  @Bean
  ChangeAccess changeAccess(AllowList list, PublishRecord publish, AuditLog auditLog) {
    return new ChangeAccess(list, publish, auditLog);
  }

  @Bean
  AuditLog auditLog() {
    return new AuditLog();
  }
}
