package io.herald.worker.expand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herald.worker.control.ControlsUnknown;
import io.herald.worker.control.Leave;
import io.herald.worker.deferred.Deferral;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ControlledExpansionTest extends ExpandFixture {

  private static final String NEWS = "{'id':'news','to':{'audience':'linked'},'text':'hi'}";

  private final Task rest = new Task(read(NEWS), now, "user7", 10, null);

  @Test
  void waitsWhereItWasWhileItIsPaused() {
    leave.put("news", Leave.PAUSED);

    Expansion first = expand(rest);
    now = now.plusMillis(50);
    Expansion again = expand(rest);

    Instant later = Instant.parse("2026-01-05T12:00:10Z");
    assertThat(first.messages()).isEmpty();
    assertThat(first.deferrals())
        .as("handled again after a crash it waits once")
        .isEqualTo(again.deferrals())
        .containsExactly(new Deferral(rest.notification(), later, null, "user7", 10));
  }

  @Test
  void tellsThoseItIsForThatItIsPaused() {
    leave.put("n", Leave.PAUSED);

    assertThat(told(expand("{'id':'n','to':{'chat':'1'},'text':'hi'}")))
        .containsExactly("notification:n:chat:1:0 PENDING paused null");
  }

  @Test
  void endsWhatIsStopped() {
    leave.put("news", Leave.STOPPED);

    Expansion expansion = expand(rest);

    assertThat(expansion.messages()).isEmpty();
    assertThat(expansion.deferrals()).isEmpty();
    assertThat(expansion.next()).isNull();
    assertThat(told(expansion))
        .as("one more than were sent stands for the rest")
        .containsExactly("notification:news:audience:linked:0 SUPPRESSED stopped 11");
  }

  @Test
  void isHandledAgainWhenItIsNotKnownYetWhatIsPaused() {
    leave.put("news", Leave.NOT_KNOWN_YET);

    assertThatThrownBy(() -> expand(rest)).isInstanceOf(ControlsUnknown.class);
  }
}
