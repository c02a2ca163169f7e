package io.herald.gateway.history;

import io.herald.runtime.index.Indexes;
import io.herald.runtime.index.KeepIndex;
import io.herald.runtime.redis.RedisLink;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the history: who keeps it, and who is asked. */
@Configuration(proxyBeanMethods = false)
class HistoryConfiguration {

  @Bean
  KeepIndex historyIndex(Indexes indexes, RedisLink redis) {
    return indexes.keep(Keys.INDEX, new RecordHistory(redis, Clock.systemUTC()));
  }

  @Bean
  History history(RedisLink redis, KeepIndex historyIndex) {
    return new History(new ReadHistory(redis), historyIndex::isComplete);
  }
}
