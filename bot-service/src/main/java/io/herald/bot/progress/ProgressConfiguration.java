package io.herald.bot.progress;

import io.herald.bot.command.SignButtons;
import io.herald.model.topic.Topics;
import io.herald.runtime.kafka.ConsumeInOrder;
import io.herald.runtime.kafka.ConsumerSpec;
import io.herald.runtime.kafka.Consumers;
import io.herald.runtime.kafka.PublishRecord;
import io.herald.runtime.redis.RedisLink;
import io.herald.runtime.sign.SignLinks;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what tells people of their jobs; its health is the part {@code jobs} of readiness. */
@Configuration(proxyBeanMethods = false)
class ProgressConfiguration {

  private static final String GROUP = "herald-bot-jobs";
  private static final int LANES = 16;
  // Within the 20 seconds that the whole process has to end.
  private static final Duration DRAIN = Duration.ofSeconds(5);

  @Bean
  ShowJob showJob(ProgressSettings settings, SignLinks sign) {
    return new ShowJob(new ShowResult(new FileLinks(settings, sign)));
  }

  @Bean
  Turns turns(RedisLink redis) {
    return new Turns(redis);
  }

  @Bean
  PublishProgress publishProgress(ShowJob show, SignButtons sign, PublishRecord publish) {
    return new PublishProgress(show, sign, publish);
  }

  @Bean
  BeginProgress beginProgress(PublishProgress publish, Turns turns) {
    return new BeginProgress(publish, turns);
  }

  @Bean
  TellProgress tellProgress(Turns turns, PublishProgress publish) {
    return new TellProgress(turns, publish);
  }

  @Bean
  ConsumeInOrder jobsHealthIndicator(Consumers consumers, TellProgress progress) {
    var spec = new ConsumerSpec(GROUP, List.of(Topics.JOB_EVENTS), LANES, "job.tell", DRAIN);
    return consumers.inOrder(spec, progress);
  }
}
