package io.herald.bot.broadcast;

import io.herald.bot.command.SignButtons;
import io.herald.model.control.NotificationControl;
import io.herald.model.topic.Topics;
import io.herald.runtime.history.History;
import io.herald.runtime.kafka.PublishRecord;
import io.herald.runtime.redis.RedisLink;
import io.herald.runtime.table.KeepTable;
import io.herald.runtime.table.Tables;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires broadcasts; the table of those that run is the part {@code broadcasts} of readiness. */
@Configuration(proxyBeanMethods = false)
class BroadcastConfiguration {

  @Bean
  KeepTable<NotificationControl> broadcastsHealthIndicator(Tables tables) {
    return tables.keep(Topics.CONTROLS, NotificationControl.class);
  }

  @Bean
  PublishBroadcast publishBroadcast(PublishRecord publish, SignButtons sign) {
    return new PublishBroadcast(publish, sign);
  }

  @Bean
  Broadcast broadcast(
      RedisLink redis, PublishBroadcast publish, KeepTable<NotificationControl> controls) {
    return new Broadcast(new Drafts(redis), publish, controls);
  }

  @Bean
  WatchBroadcasts watchBroadcasts(
      KeepTable<NotificationControl> controls, PublishBroadcast publish, RedisLink redis) {
    return new WatchBroadcasts(controls, new History(redis), publish, redis, Instant::now);
  }
}
