package io.herald.runtime.account;

import io.herald.runtime.kafka.PublishRecord;
import io.herald.runtime.redis.OneAtATime;
import io.herald.runtime.redis.RedisLink;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets every service ask for accounts. The gateway keeps their index. */
@Configuration(proxyBeanMethods = false)
public class AccountConfiguration {

  @Bean
  Accounts accounts(RedisLink redis, PublishRecord publish) {
    return new Accounts(redis, publish, oneAtATime(redis));
  }

  @Bean
  LinkChat linkChat(Accounts accounts, RedisLink redis) {
    return new LinkChat(accounts, oneAtATime(redis));
  }

  @Bean
  LinkCodes linkCodes(RedisLink redis) {
    return new LinkCodes(redis);
  }

  @Bean
  Attempts attempts(RedisLink redis) {
    return new Attempts(redis);
  }

  private static OneAtATime oneAtATime(RedisLink redis) {
    return new OneAtATime(redis, "lock:account:", AccountsUnknown::new);
  }
}
