package io.herald.system.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.observe.MetricsTable;
import io.herald.system.stack.Member;
import io.herald.system.stack.People;
import io.herald.system.stack.Stack;
import io.herald.system.stack.SystemTest;
import io.herald.system.stack.Waiting;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** That running services expose what docs/metrics.md says, and nothing that it does not know. */
@SystemTest
class MetricsIT {

  private static final Pattern TYPE = Pattern.compile("^# TYPE (\\S+) (\\w+)$", Pattern.MULTILINE);
  private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"(?:[^\"\\\\]|\\\\.)*\"");
  private static final Pattern SENT =
      Pattern.compile("herald_worker_messages_total\\{.*ending=\"sent\"");

  private final MetricsTable table = MetricsTable.read();

  @Test
  void whatServicesExposeIsInTheTable(Stack stack) {
    stack.emulator().type(People.stranger(), "/start");
    Waiting.until("something was sent", () -> stack.worker().metric(SENT) > 0);

    for (Member service : stack.services()) {
      String page = service.exposition();
      String name = service.name().replaceAll("-service|notification-", "");
      assertThat(TYPE.matcher(page).results()).as(name).hasSizeGreaterThan(40);
      TYPE.matcher(page).results().forEach(family -> check(name, family, page));
    }
  }

  private void check(String service, MatchResult family, String page) {
    String name = family.group(1);
    String type = family.group(2);
    boolean isMaximum = type.equals("gauge") && table.row(name).isEmpty();
    String base = isMaximum ? name.replaceFirst("_max$", "") : name;
    var row = table.row(base);

    assertThat(row).as("%s of %s in docs/metrics.md", name, service).isPresent();
    assertThat(row.get().services()).as("services of " + name).contains(service);
    if (!isMaximum) {
      assertThat(row.get().type()).as("type of " + name).isEqualTo(type);
    }
    assertThat(row.get().labels()).as("labels of " + name).containsAll(labels(name, page));
  }

  private static Set<String> labels(String name, String page) {
    Pattern sample = Pattern.compile("^" + name + "(?:_bucket|_count|_sum)?\\{(.*)} \\S+");
    return page.lines()
        .flatMap(line -> sample.matcher(line).results())
        .flatMap(found -> LABEL.matcher(found.group(1)).results())
        .map(label -> label.group(1))
        .filter(label -> !label.equals("le"))
        .collect(Collectors.toSet());
  }
}
