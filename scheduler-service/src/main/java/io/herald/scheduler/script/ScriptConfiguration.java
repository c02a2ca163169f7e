package io.herald.scheduler.script;

import io.herald.runtime.blob.Blobs;
import io.herald.runtime.contract.ReadNotification;
import io.herald.runtime.kafka.PublishRecord;
import io.herald.runtime.redis.RedisLink;
import java.nio.file.Path;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what reads scripts' answers and tells of them. */
@Configuration(proxyBeanMethods = false)
class ScriptConfiguration {

  @Bean
  ReadAnswer readAnswer(ReadNotification contract, ScriptSettings settings) {
    var images = new ReadImage(settings.images().stream().map(Path::of).toList());
    return new ReadAnswer(new WriteNotification(contract, settings.adminChats()), images);
  }

  @Bean
  TellOwner tellOwner(
      RedisLink redis,
      Blobs blobs,
      PublishRecord publish,
      ReadNotification contract,
      ScriptSettings settings) {
    var write = new WriteNotification(contract, settings.adminChats());
    return new TellOwner(new Cooldowns(redis), blobs, publish, write, settings.failures());
  }
}
