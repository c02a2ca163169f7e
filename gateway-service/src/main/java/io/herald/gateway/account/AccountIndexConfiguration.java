package io.herald.gateway.account;

import io.herald.runtime.account.AccountIndex;
import io.herald.runtime.index.Indexes;
import io.herald.runtime.index.KeepIndex;
import io.herald.runtime.redis.RedisLink;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Keeps the index of accounts that all services ask; its health is the part {@code accounts}, which
 * readiness leaves out: updates and notifications come in without it.
 */
@Configuration(proxyBeanMethods = false)
class AccountIndexConfiguration {

  @Bean
  KeepIndex accountsHealthIndicator(Indexes indexes, RedisLink redis) {
    return indexes.keep(AccountIndex.SPEC, new AccountIndex(redis));
  }
}
