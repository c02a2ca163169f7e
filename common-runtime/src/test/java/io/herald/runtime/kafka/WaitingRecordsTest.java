package io.herald.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.herald.runtime.RunningRuntime;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.KafkaException;
import reactor.core.publisher.Mono;

class WaitingRecordsTest {

  private final MeterRegistry meters = RunningRuntime.shared().part(MeterRegistry.class);

  @Test
  void aRecordCountsWhileItWaits() throws Exception {
    TestTopic topic = TestTopic.of(1);
    String group = "group-of-" + topic.name();
    var kafkaIsAway = new AtomicBoolean(true);
    var spec =
        new ConsumerSpec(group, List.of(topic.name()), 2, "test.handle", Duration.ofSeconds(5));
    ConsumeInOrder consumer =
        RunningRuntime.shared()
            .part(Consumers.class)
            .inOrder(
                spec,
                _ ->
                    kafkaIsAway.get()
                        ? Mono.error(new KafkaException("Kafka is away"))
                        : Mono.empty());
    topic.publish("key", "text");
    consumer.start();
    try {
      await()
          .untilAsserted(() ->
              assertThat(meters.counter("herald.records.retries", "group", group).count())
                  .isGreaterThanOrEqualTo(2));
      assertThat(waiting(group)).isEqualTo(1);
      assertThat(age(group)).isPositive();

      kafkaIsAway.set(false);

      await().untilAsserted(() -> assertThat(waiting(group)).isZero());
      assertThat(age(group)).isZero();
    } finally {
      consumer.stop();
    }
  }

  private double age(String group) {
    return meters.get("herald.backlog.age").tag("group", group).gauge().value();
  }

  private double waiting(String group) {
    return meters.get("herald.records.waiting").tag("group", group).gauge().value();
  }
}
