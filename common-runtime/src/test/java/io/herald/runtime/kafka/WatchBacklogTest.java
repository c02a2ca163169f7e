package io.herald.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.herald.runtime.RunningRuntime;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class WatchBacklogTest {

  private final MeterRegistry meters = new SimpleMeterRegistry();

  @Test
  void countsWhatNobodyHasReadAndForgetsWhatIsDone() throws Exception {
    TestTopic topic = TestTopic.of(2);
    String group = "group-of-" + topic.name();
    for (int i = 0; i < 5; i++) {
      topic.publish("key-" + i, "text");
    }
    var watch =
        new WatchBacklog(RunningRuntime.shared().part(Admin.class), meters, Duration.ofMillis(100));
    watch.watch(group, List.of(topic.name()));
    watch.start();
    try {
      await().untilAsserted(() -> assertThat(records(group)).isEqualTo(5));

      readAll(topic, group);

      await().untilAsserted(() -> assertThat(records(group)).isZero());
    } finally {
      watch.stop();
    }
  }

  @Test
  void knowsNothingOfATopicThatIsNotThere() {
    var watch =
        new WatchBacklog(RunningRuntime.shared().part(Admin.class), meters, Duration.ofMillis(100));
    watch.watch("nobody", List.of("no-such-topic"));

    assertThat(records("nobody")).isNaN();
  }

  private void readAll(TestTopic topic, String group) {
    var spec =
        new ConsumerSpec(group, List.of(topic.name()), 2, "test.handle", Duration.ofSeconds(5));
    ConsumeInOrder consumer =
        RunningRuntime.shared().part(Consumers.class).inOrder(spec, _ -> Mono.empty());
    consumer.start();
    try {
      await().untilAsserted(() -> assertThat(records(group)).isZero());
    } finally {
      consumer.stop();
    }
  }

  private double records(String group) {
    return meters.get("herald.backlog.records").tag("group", group).gauge().value();
  }
}
