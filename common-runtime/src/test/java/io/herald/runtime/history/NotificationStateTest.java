package io.herald.runtime.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotificationStateTest {

  @ParameterizedTest(name = "{0} of {1} is {2}")
  @CsvSource({
    "'',,ACCEPTED",
    "'',3,ACCEPTED",
    "PENDING,1,PENDING",
    "PENDING,,PENDING",
    "SENT PENDING,2,PENDING",
    "SENT RETRYING PENDING,3,RETRYING",
    "RETRYING,1,RETRYING",
    "FAILED RETRYING,2,RETRYING",
    "DEFERRED,1,DEFERRED",
    "SENT DEFERRED,2,DEFERRED",
    "PENDING DEFERRED,2,PENDING",
    "DEFERRED,2,PENDING",
    "DEFERRED,,DEFERRED",
    "SENT DEFERRED,,DEFERRED",
    "SENT,1,SENT",
    "SENT SENT,2,SENT",
    "SENT,2,PENDING",
    "SENT,,PENDING",
    "FAILED,2,PENDING",
    "SENT SUPPRESSED,2,SENT",
    "SENT SUPERSEDED,2,SENT",
    "SENT FAILED,2,PARTLY_SENT",
    "SENT EXPIRED,2,PARTLY_SENT",
    "SENT SUPPRESSED FAILED,3,PARTLY_SENT",
    "FAILED,1,FAILED",
    "FAILED EXPIRED,2,FAILED",
    "FAILED SUPPRESSED,2,FAILED",
    "EXPIRED,1,EXPIRED",
    "EXPIRED SUPERSEDED,2,EXPIRED",
    "SUPERSEDED,1,SUPERSEDED",
    "SUPERSEDED SUPPRESSED,2,SUPERSEDED",
    "SUPPRESSED,1,SUPPRESSED",
    "SENT SENT,1,SENT"
  })
  void followsFromTheMessages(String messages, @Nullable Integer total, NotificationState state) {
    Map<MessageState, Integer> counts = new EnumMap<>(MessageState.class);
    Arrays.stream(messages.split(" "))
        .filter(word -> !word.isEmpty())
        .forEach(word -> counts.merge(MessageState.valueOf(word), 1, Integer::sum));

    assertThat(NotificationState.of(new Tally(counts, total))).isEqualTo(state);
  }
}
