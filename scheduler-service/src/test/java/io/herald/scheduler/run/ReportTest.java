package io.herald.scheduler.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.scheduler.run.Report.Complaint;
import io.herald.scheduler.run.Report.Progress;
import io.herald.scheduler.run.Report.Result;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What programs tell, well and badly. */
class ReportTest {

  @Test
  void readsProgressResultAndComplaint() {
    assertThat(Report.of("{\"progress\":42.9,\"item\":\"Track\\nname\"}"))
        .contains(new Progress(42, "Track name"));
    assertThat(Report.of("{\"progress\":250}")).contains(new Progress(100, null));
    assertThat(Report.of("{\"item\":\"x\",\"more\":1}")).contains(new Progress(null, "x"));
    assertThat(Report.of("{\"result\":{\"title\":\"T\",\"duration\":1.6,\"files\":[\"a\",7]}}"))
        .contains(new Result("T", 2L, List.of("a", "")));
    assertThat(Report.of("{\"result\":{}}")).contains(new Result(null, null, null));
    assertThat(Report.of("{\"error\":\"It is gone.\"}")).contains(new Complaint("It is gone."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plain",
        "{",
        "{}",
        "[1]",
        "{\"progress\":\"x\"}",
        "{\"result\":1}",
        "{\"a\":1} x"
      })
  void leavesEverythingElseToTheLog(String line) {
    assertThat(Report.of(line)).isEmpty();
  }

  @Test
  void cutsWhatIsTooLong() {
    String item = "😀".repeat(400);

    assertThat(Report.of("{\"item\":\"" + item + "\"}"))
        .contains(new Progress(null, "😀".repeat(299) + '…'));
  }

  @Test
  void keepsTheBeginningOfALineThatNeverEnds() {
    List<String> lines = new ArrayList<>();
    ReadLines.of(bytes("x".repeat(100_000) + "\nnext\r\nlast"), lines::add);

    assertThat(lines).hasSize(3).endsWith("next", "last");
    assertThat(lines.getFirst()).hasSize(ReadLines.LONGEST);
  }

  @Test
  void keepsTheLastLinesOfErrors() {
    Tail tail = new Tail();
    assertThat(tail.lastLines()).isNull();

    tail.read(
        bytes("old line\n".repeat(20_000) + "50%\r\u001b[1mlast\u001b[0m\n"),
        Long.MAX_VALUE,
        () -> {});

    assertThat(tail.text().length()).isLessThanOrEqualTo(64 * 1024);
    assertThat(tail.lastLines()).startsWith("old line\n").endsWith("50%\nlast");
    assertThat(tail.lastLines().length()).isLessThanOrEqualTo(2_000);
  }

  private static ByteArrayInputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void filesThatAreNoListAreNoFile() {
    assertThat(Report.of("{\"result\":{\"files\":\"a.txt\"}}"))
        .contains(new Report.Result(null, null, List.of("")));
  }
}
