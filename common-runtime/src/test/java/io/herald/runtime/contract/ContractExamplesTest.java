package io.herald.runtime.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.herald.model.account.Account;
import io.herald.model.command.ExternalCommand;
import io.herald.model.delivery.DeliveryEvent;
import io.herald.model.job.JobCommand;
import io.herald.model.job.JobEvent;
import io.herald.model.job.ScriptOutput;
import io.herald.model.json.Json;
import io.herald.model.message.OutboundMessage;
import io.herald.model.notification.NotificationRequested;
import io.herald.model.schedule.Schedule;
import io.herald.model.schedule.ScheduleRun;
import io.herald.model.schedule.ScheduleTrigger;
import io.herald.runtime.contract.ContractFiles.Example;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContractExamplesTest {

  private static final Map<String, Class<? extends Record>> RECORDS =
      Map.ofEntries(
          Map.entry("notification-requested", NotificationRequested.class),
          Map.entry("outbound-message", OutboundMessage.class),
          Map.entry("delivery-event", DeliveryEvent.class),
          Map.entry("account", Account.class),
          Map.entry("job-command", JobCommand.class),
          Map.entry("job-event", JobEvent.class),
          Map.entry("script-output", ScriptOutput.class),
          Map.entry("external-command", ExternalCommand.class),
          Map.entry("schedule", Schedule.class),
          Map.entry("schedule-run", ScheduleRun.class),
          Map.entry("schedule-trigger", ScheduleTrigger.class));

  private static final Map<String, ContractSchema> SCHEMAS =
      ContractFiles.SCHEMAS.stream()
          .collect(Collectors.toMap(Function.identity(), ContractSchema::of));

  private final ReadNotification readNotification = new ReadNotification();

  static Stream<Example> valid() {
    return ContractFiles.examples("valid");
  }

  static Stream<Example> invalid() {
    return ContractFiles.examples("invalid");
  }

  static Stream<Example> refused() {
    return ContractFiles.examples("refused");
  }

  @Test
  void thereAreExamplesOfEverySchema() {
    for (String schema : ContractFiles.SCHEMAS) {
      assertThat(ContractFiles.examples(schema, "valid")).hasSizeGreaterThan(4);
      assertThat(ContractFiles.examples(schema, "invalid")).hasSizeGreaterThan(9);
      assertThat(ContractFiles.schema(schema).path("examples"))
          .isNotEmpty()
          .allSatisfy(it -> assertThat(SCHEMAS.get(schema).violations(it)).isEmpty());
    }
  }

  @ParameterizedTest
  @MethodSource("valid")
  void validOnesAreAcceptedAndWrittenAgainInTheSchemasShape(Example example) {
    ContractSchema schema = SCHEMAS.get(example.schema());
    assertThat(schema.violations(example.tree())).isEmpty();

    Class<? extends Record> type = RECORDS.get(example.schema());
    Record read = Json.read(example.bytes(), type);
    byte[] written = Json.write(read);

    assertThat(schema.violations(Json.tree(written))).isEmpty();
    assertThat((Record) Json.read(written, type)).isEqualTo(read);
    if (read instanceof NotificationRequested notification) {
      assertThat(readNotification.read(example.bytes())).isEqualTo(notification);
    }
  }

  @ParameterizedTest
  @MethodSource("invalid")
  void invalidOnesAreWrongWhereTheirNamesSay(Example example) {
    assertThat(SCHEMAS.get(example.schema()).violations(example.tree()))
        .extracting(Violation::path)
        .containsOnly(example.path());
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refusedOnesFitTheSchemaAndAreWrongWhereTheirNamesSay(Example example) {
    assertThat(SCHEMAS.get(example.schema()).violations(example.tree())).isEmpty();

    var refused =
        catchThrowableOfType(
            InvalidNotification.class, () -> readNotification.read(example.bytes()));

    assertThat(refused.violations()).extracting(Violation::path).containsExactly(example.path());
  }
}
