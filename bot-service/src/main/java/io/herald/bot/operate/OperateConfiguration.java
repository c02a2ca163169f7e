package io.herald.bot.operate;

import io.herald.bot.access.AllowList;
import io.herald.bot.access.ChangeAccess;
import io.herald.model.access.Role;
import io.herald.runtime.account.Accounts;
import io.herald.runtime.history.History;
import io.herald.runtime.job.Jobs;
import io.herald.runtime.redis.RedisLink;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the commands of admins, in the order in which /help lists them. */
@Configuration(proxyBeanMethods = false)
class OperateConfiguration {

  @Bean
  ChangeRole allow(AllowList list, ChangeAccess access) {
    return new ChangeRole("allow", "let somebody use the bots", Role.ALLOWED, list, access);
  }

  @Bean
  ChangeRole deny(AllowList list, ChangeAccess access) {
    return new ChangeRole("deny", "let somebody use the bots no more", Role.DENIED, list, access);
  }

  @Bean
  ChangeRole admin(AllowList list, ChangeAccess access) {
    return new ChangeRole("admin", "make somebody an admin", Role.ADMIN, list, access);
  }

  @Bean
  Users users(AllowList list, Accounts accounts) {
    return new Users(list, accounts);
  }

  @Bean
  Stats stats(RedisLink redis, Accounts accounts, Jobs jobs, MeterRegistry meters) {
    return new Stats(new History(redis), accounts, jobs, meters);
  }
}
