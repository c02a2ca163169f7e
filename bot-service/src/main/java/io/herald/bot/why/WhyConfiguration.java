package io.herald.bot.why;

import io.herald.bot.access.AllowList;
import io.herald.runtime.account.Accounts;
import io.herald.runtime.history.History;
import io.herald.runtime.redis.RedisLink;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the question after a notification; the gateway keeps the history that is asked. */
@Configuration(proxyBeanMethods = false)
class WhyConfiguration {

  @Bean
  Why why(RedisLink redis, Accounts accounts, AllowList allowList) {
    return new Why(new History(redis), accounts, allowList);
  }
}
