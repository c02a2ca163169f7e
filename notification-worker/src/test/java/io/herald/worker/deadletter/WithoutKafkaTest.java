package io.herald.worker.deadletter;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;

class WithoutKafkaTest {

  @Test
  void failsAfterSomeSecondsWhenKafkaIsGone() {
    try (var read = new ReadLetters(Map.of("bootstrap.servers", "127.0.0.1:1"))) {
      var list = read.list(new LetterFilter(null, null, null, null, null, 1));

      assertThatThrownBy(list::block).isInstanceOf(KafkaException.class);
    }
  }
}
