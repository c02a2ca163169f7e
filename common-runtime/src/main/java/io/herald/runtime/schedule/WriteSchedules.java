package io.herald.runtime.schedule;

import static io.herald.runtime.schedule.ScheduleKeys.bytes;

import io.herald.model.json.Json;
import io.herald.model.schedule.Schedule;
import io.herald.model.topic.Topics;
import io.herald.runtime.kafka.PublishRecord;
import io.herald.runtime.log.NowAndThen;
import io.herald.runtime.redis.RedisLink;
import io.lettuce.core.RedisException;
import java.time.Duration;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Publishes schedules, and brings them into the index at once.
 *
 * <p>Kafka is gone: fails with its error. When Redis goes away in between it completes: what was
 * published counts, and takes effect when the index has caught up.
 */
final class WriteSchedules {

  private static final Logger log = LoggerFactory.getLogger(WriteSchedules.class);

  private final NowAndThen complaints = new NowAndThen(Duration.ofSeconds(30), System::nanoTime);
  private final PublishRecord publish;
  private final ScheduleIndex index;

  WriteSchedules(RedisLink redis, PublishRecord publish) {
    this.publish = publish;
    this.index = new ScheduleIndex(redis);
  }

  Mono<Void> save(Schedule schedule) {
    byte[] json = Json.write(schedule);
    return publish
        .publishAt(new ProducerRecord<>(Topics.SCHEDULES, bytes(schedule.id()), json))
        .flatMap(lies -> index.bringIn(schedule, json, lies))
        .onErrorResume(RedisException.class, this::indexedLater);
  }

  /** Its history goes with it: else the last run of each schedule that ever was would stay. */
  Mono<Void> delete(String id) {
    return publish
        .publishAt(new ProducerRecord<>(Topics.SCHEDULES, bytes(id), null))
        .flatMap(lies -> index.bringInDeletion(id, lies))
        .onErrorResume(RedisException.class, this::indexedLater)
        .then(publish.publish(new ProducerRecord<>(Topics.SCHEDULE_RUNS, bytes(id), null)));
  }

  private Mono<Void> indexedLater(Throwable error) {
    if (complaints.isDue()) {
      log.warn(
          "A schedule is saved, and takes effect when its index has caught up: {}",
          error.toString());
    }
    return Mono.empty();
  }
}
