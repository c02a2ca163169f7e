package io.herald.runtime.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.model.json.Json;
import io.herald.model.schedule.Cron;
import io.herald.model.schedule.Timing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the page about schedules gives as examples can be written like that. */
class ScheduleDocumentTest {

  private static final Path PAGE = Path.of("../docs/schedules.md");
  private static final Pattern TIMING = Pattern.compile("\\{\"(cron|every|at)\": [^}]*}");
  private static final Pattern EXPRESSION = Pattern.compile("`([^ `]+( [^ `]+){4,5})`");

  @Test
  void itsTimingsAreValid() throws IOException {
    List<Timing> timings =
        TIMING
            .matcher(Files.readString(PAGE))
            .results()
            .map(MatchResult::group)
            .map(json -> Json.read(json.getBytes(StandardCharsets.UTF_8), Timing.class))
            .toList();

    assertThat(timings)
        .hasSizeGreaterThan(10)
        .allSatisfy(timing -> assertThat(Timetable.problem(timing)).isEmpty());
  }

  @Test
  void itsExpressionsAreValid() throws IOException {
    List<String> expressions =
        EXPRESSION
            .matcher(Files.readString(PAGE))
            .results()
            .map(match -> match.group(1))
            .filter(text -> text.matches("[-0-9A-Z*/,#? ]+"))
            .toList();

    assertThat(expressions)
        .hasSizeGreaterThan(15)
        .allSatisfy(cron ->
            assertThat(Timetable.problem(new Cron(cron, ZoneOffset.UTC))).as(cron).isEmpty());
  }
}
