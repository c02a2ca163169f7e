package io.herald.runtime.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.model.account.Account;
import io.herald.model.account.DailySummary;
import io.herald.model.account.Preferences;
import io.herald.model.account.QuietHours;
import io.herald.model.account.TelegramLink;
import io.herald.model.command.ExternalCommand;
import io.herald.model.command.Sender;
import io.herald.model.delivery.DeliveryEvent;
import io.herald.model.delivery.DeliveryStatus;
import io.herald.model.job.JobAction;
import io.herald.model.job.JobCommand;
import io.herald.model.job.JobEvent;
import io.herald.model.job.JobFailure;
import io.herald.model.job.JobFile;
import io.herald.model.job.JobOwner;
import io.herald.model.job.JobResult;
import io.herald.model.job.JobState;
import io.herald.model.json.Json;
import io.herald.model.message.Button;
import io.herald.model.message.CallbackAnswer;
import io.herald.model.message.CommandMenu;
import io.herald.model.message.Deletion;
import io.herald.model.message.DocumentContent;
import io.herald.model.message.Entity;
import io.herald.model.message.Media;
import io.herald.model.message.MenuCommand;
import io.herald.model.message.OnUnknown;
import io.herald.model.message.Origin;
import io.herald.model.message.OutboundMessage;
import io.herald.model.message.Part;
import io.herald.model.message.PhotoContent;
import io.herald.model.message.SendOptions;
import io.herald.model.message.TextContent;
import io.herald.model.notification.ActionButton;
import io.herald.model.notification.Attachment;
import io.herald.model.notification.Cooldown;
import io.herald.model.notification.NotificationRequested;
import io.herald.model.notification.Recipient;
import io.herald.model.notification.TextMarkup;
import io.herald.model.schedule.At;
import io.herald.model.schedule.Cron;
import io.herald.model.schedule.Every;
import io.herald.model.schedule.Misfire;
import io.herald.model.schedule.Notify;
import io.herald.model.schedule.Owner;
import io.herald.model.schedule.Post;
import io.herald.model.schedule.PublishPost;
import io.herald.model.schedule.RunOutcome;
import io.herald.model.schedule.RunScript;
import io.herald.model.schedule.Schedule;
import io.herald.model.schedule.ScheduleRun;
import io.herald.model.schedule.ScheduleTrigger;
import io.herald.model.schedule.Summarize;
import io.herald.model.topic.Lane;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** A field that one side gains and the other doesn't is a broken promise. */
class RecordsMatchSchemasTest {

  private static final String NOTIFICATION = "notification-requested";
  private static final String OUTBOUND = "outbound-message";
  private static final String DELIVERY = "delivery-event";
  private static final String ACCOUNT = "account";
  private static final String JOB = "job-command";
  private static final String JOB_EVENT = "job-event";
  private static final String COMMAND = "external-command";
  private static final String SCHEDULE = "schedule";
  private static final String RUN = "schedule-run";
  private static final String TRIGGER = "schedule-trigger";

  static Stream<Arguments> records() {
    return Stream.of(
        Arguments.of(NOTIFICATION, "", NotificationRequested.class),
        Arguments.of(NOTIFICATION, "/$defs/recipient", Recipient.class),
        Arguments.of(NOTIFICATION, "/$defs/attachment", Attachment.class),
        Arguments.of(NOTIFICATION, "/$defs/button", ActionButton.class),
        Arguments.of(OUTBOUND, "", OutboundMessage.class),
        Arguments.of(OUTBOUND, "/$defs/text", TextContent.class),
        Arguments.of(OUTBOUND, "/$defs/photo", PhotoContent.class),
        Arguments.of(OUTBOUND, "/$defs/document", DocumentContent.class),
        Arguments.of(OUTBOUND, "/$defs/deletion", Deletion.class),
        Arguments.of(OUTBOUND, "/$defs/callbackAnswer", CallbackAnswer.class),
        Arguments.of(OUTBOUND, "/$defs/commandMenu", CommandMenu.class),
        Arguments.of(OUTBOUND, "/$defs/menuCommand", MenuCommand.class),
        Arguments.of(OUTBOUND, "/$defs/media", Media.class),
        Arguments.of(OUTBOUND, "/$defs/entity", Entity.class),
        Arguments.of(OUTBOUND, "/$defs/button", Button.class),
        Arguments.of(OUTBOUND, "/$defs/part", Part.class),
        Arguments.of(OUTBOUND, "/$defs/origin", Origin.class),
        Arguments.of(OUTBOUND, "/properties/options", SendOptions.class),
        Arguments.of(DELIVERY, "", DeliveryEvent.class),
        Arguments.of(DELIVERY, "/properties/part", Part.class),
        Arguments.of(DELIVERY, "/properties/origin", Origin.class),
        Arguments.of(ACCOUNT, "", Account.class),
        Arguments.of(ACCOUNT, "/properties/link", TelegramLink.class),
        Arguments.of(ACCOUNT, "/properties/preferences", Preferences.class),
        Arguments.of(ACCOUNT, "/properties/preferences/properties/quietHours", QuietHours.class),
        Arguments.of(ACCOUNT, "/properties/preferences/properties/summary", DailySummary.class),
        Arguments.of(JOB, "", JobCommand.class),
        Arguments.of(JOB, "/properties/owner", JobOwner.class),
        Arguments.of(JOB_EVENT, "", JobEvent.class),
        Arguments.of(JOB_EVENT, "/properties/job", JobCommand.class),
        Arguments.of(JOB_EVENT, "/properties/job/properties/owner", JobOwner.class),
        Arguments.of(JOB_EVENT, "/properties/result", JobResult.class),
        Arguments.of(JOB_EVENT, "/properties/result/properties/files/items", JobFile.class),
        Arguments.of(JOB_EVENT, "/properties/failure", JobFailure.class),
        Arguments.of(COMMAND, "", ExternalCommand.class),
        Arguments.of(COMMAND, "/properties/user", Sender.class),
        Arguments.of(SCHEDULE, "", Schedule.class),
        Arguments.of(SCHEDULE, "/properties/owner", Owner.class),
        Arguments.of(SCHEDULE, "/properties/misfire", Misfire.class),
        Arguments.of(SCHEDULE, "/$defs/cron", Cron.class),
        Arguments.of(SCHEDULE, "/$defs/every", Every.class),
        Arguments.of(SCHEDULE, "/$defs/at", At.class),
        Arguments.of(SCHEDULE, "/$defs/notify", Notify.class),
        Arguments.of(SCHEDULE, "/$defs/publishPost", PublishPost.class),
        Arguments.of(SCHEDULE, "/$defs/runScript", RunScript.class),
        Arguments.of(SCHEDULE, "/$defs/summarize", Summarize.class),
        Arguments.of(SCHEDULE, "/$defs/post", Post.class),
        Arguments.of(SCHEDULE, "/$defs/attachment", Attachment.class),
        Arguments.of(SCHEDULE, "/$defs/button", ActionButton.class),
        Arguments.of(RUN, "", ScheduleRun.class),
        Arguments.of(TRIGGER, "", ScheduleTrigger.class));
  }

  static Stream<Arguments> enumerations() {
    return Stream.of(
        Arguments.of(NOTIFICATION, "/properties/priority", Lane.class),
        Arguments.of(NOTIFICATION, "/properties/format", TextMarkup.class),
        Arguments.of(NOTIFICATION, "/properties/cooldown", Cooldown.class),
        Arguments.of(NOTIFICATION, "/properties/onUnknown", OnUnknown.class),
        Arguments.of(OUTBOUND, "/properties/onUnknown", OnUnknown.class),
        Arguments.of(OUTBOUND, "/$defs/commandMenu/properties/scope", CommandMenu.Scope.class),
        Arguments.of(DELIVERY, "/properties/lane", Lane.class),
        Arguments.of(DELIVERY, "/properties/status", DeliveryStatus.class),
        Arguments.of(ACCOUNT, "/properties/preferences/properties/minimumPriority", Lane.class),
        Arguments.of(JOB, "/properties/action", JobAction.class),
        Arguments.of(JOB_EVENT, "/properties/job/properties/action", JobAction.class),
        Arguments.of(JOB_EVENT, "/properties/state", JobState.class),
        Arguments.of(SCHEDULE, "/properties/misfire/properties/policy", Misfire.Policy.class),
        Arguments.of(SCHEDULE, "/$defs/post/properties/format", TextMarkup.class),
        Arguments.of(RUN, "/properties/outcome", RunOutcome.class));
  }

  static Stream<Arguments> versions() {
    return Stream.of(
        Arguments.of(NOTIFICATION, NotificationRequested.SCHEMA_VERSION),
        Arguments.of(OUTBOUND, OutboundMessage.SCHEMA_VERSION),
        Arguments.of(DELIVERY, DeliveryEvent.SCHEMA_VERSION),
        Arguments.of(ACCOUNT, Account.SCHEMA_VERSION),
        Arguments.of(JOB, JobCommand.SCHEMA_VERSION),
        Arguments.of(JOB_EVENT, JobEvent.SCHEMA_VERSION),
        Arguments.of(COMMAND, ExternalCommand.SCHEMA_VERSION),
        Arguments.of(SCHEDULE, Schedule.SCHEMA_VERSION),
        Arguments.of(RUN, ScheduleRun.SCHEMA_VERSION),
        Arguments.of(TRIGGER, ScheduleTrigger.SCHEMA_VERSION));
  }

  @ParameterizedTest
  @MethodSource("records")
  void bothHaveTheSameFields(String schema, String place, Class<? extends Record> type) {
    JsonNode described = ContractFiles.schema(schema).at(place);

    assertThat(described.path("title").asString()).isEqualTo(type.getSimpleName());
    assertThat(described.path("properties").propertyNames())
        .containsExactlyElementsOf(
            Stream.of(type.getRecordComponents()).map(RecordComponent::getName).toList());
  }

  @ParameterizedTest
  @MethodSource("enumerations")
  void bothHaveTheSameWords(String schema, String place, Class<? extends Enum<?>> type) {
    List<String> written =
        Stream.of(type.getEnumConstants()).map(it -> Json.tree(Json.write(it)).asString()).toList();

    assertThat(ContractFiles.schema(schema).at(place).path("enum"))
        .extracting(JsonNode::asString)
        .containsExactlyElementsOf(written);
  }

  @ParameterizedTest
  @MethodSource("versions")
  void bothAreOfTheSameVersion(String schema, String version) {
    JsonNode described = ContractFiles.schema(schema);

    assertThat(described.path("$id").asString())
        .isEqualTo("urn:herald:contract:" + schema + ':' + version);
    assertThat(described.path("description").asString()).contains("Version " + version + '.');
  }

  @Test
  void contentsAreThoseThatTheSchemaNames() {
    JsonNode outbound = ContractFiles.schema(OUTBOUND);

    assertThat(outbound.at("/properties/content/properties/type/enum"))
        .extracting(JsonNode::asString)
        .containsExactlyElementsOf(
            outbound
                .at("/properties/content/allOf")
                .valueStream()
                .map(it -> it.at("/if/properties/type/const").asString())
                .toList());
  }

  @Test
  void everyFieldIsDescribed() {
    for (String schema : ContractFiles.SCHEMAS) {
      JsonNode described = ContractFiles.schema(schema);
      described
          .path("properties")
          .properties()
          .forEach(it -> assertThat(it.getValue().path("description").asString("")).isNotBlank());
    }
  }

  /** The library formats these words by {@link java.text.MessageFormat}. */
  @Test
  void wordsOfTheSchemasStandForThemselves() {
    for (String schema : ContractFiles.SCHEMAS) {
      assertThat(ContractFiles.schema(schema).findValues("errorMessage"))
          .flatExtracting(it -> it.valueStream().map(JsonNode::asString).toList())
          .noneMatch(it -> it.contains("{") || it.contains("'"));
    }
  }
}
