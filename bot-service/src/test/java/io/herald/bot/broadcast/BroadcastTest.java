package io.herald.bot.broadcast;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.herald.backends.ReadTopic;
import io.herald.bot.RunningBot;
import io.herald.model.control.ControlState;
import io.herald.model.control.NotificationControl;
import io.herald.model.delivery.DeliveryEvent;
import io.herald.model.delivery.DeliveryStatus;
import io.herald.model.json.Json;
import io.herald.model.message.Button;
import io.herald.model.message.OutboundMessage;
import io.herald.model.message.Part;
import io.herald.model.message.TextContent;
import io.herald.model.notification.ActionButton;
import io.herald.model.notification.NotificationRequested;
import io.herald.model.notification.TextMarkup;
import io.herald.model.topic.Lane;
import io.herald.model.topic.Topics;
import io.herald.runtime.contract.ReadNotification;
import io.herald.runtime.history.JustAccepted;
import io.herald.runtime.history.RecordHistory;
import io.herald.runtime.index.Indexes;
import io.herald.runtime.index.KeepIndex;
import io.herald.runtime.redis.RedisLink;
import io.herald.runtime.table.KeepTable;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class BroadcastTest extends RunningBot {

  private static final long ADMIN = 43;

  @Autowired private KeepTable<NotificationControl> controls;
  @Autowired private Indexes indexes;
  @Autowired private RedisLink redis;
  private static KeepIndex history;
  private ReadTopic notifications;

  /** As the gateway does it. */
  @BeforeEach
  void keepHistory() {
    notifications = new ReadTopic(kafka, Topics.NOTIFICATIONS);
    if (history == null) {
      var record =
          new RecordHistory(redis, new ReadNotification(), new JustAccepted(), Clock.systemUTC());
      history = indexes.keep(RecordHistory.INDEX, record);
      history.start();
    }
  }

  @AfterEach
  void stopReading() {
    notifications.close();
  }

  @AfterAll
  static void stopHistory() {
    history.stop();
    history = null;
  }

  private Round preview(String text) {
    now = Instant.now();
    return new Round("main", says(ADMIN, "/broadcast " + text));
  }

  private NotificationRequested requested(String id) {
    return notifications
        .await(1, it -> Json.read(it.value(), NotificationRequested.class).id().equals(id))
        .stream()
        .map(it -> Json.read(it.value(), NotificationRequested.class))
        .findFirst()
        .orElseThrow();
  }

  private void press(Round round, String choice) {
    now = Instant.now();
    presses(ADMIN, signed(round.button("", choice).callbackData()));
  }

  private NotificationControl awaitControl(Round round, ControlState state) {
    await()
        .atMost(SOON)
        .until(() ->
            controls.find(round.notification()).filter(it -> it.state() == state).isPresent());
    return controls.find(round.notification()).orElseThrow();
  }

  private void told(Round round, int message, DeliveryStatus status, int total) {
    var event =
        new DeliveryEvent(
            DeliveryEvent.SCHEMA_VERSION,
            round.notification(),
            "notification:" + round.notification() + ":user:u" + message + ":0",
            Part.ONLY,
            "main",
            "" + message,
            Lane.BULK,
            status,
            1,
            5,
            List.of(),
            status == DeliveryStatus.SUPPRESSED ? "stopped" : null,
            null,
            List.of(),
            Instant.now(),
            null,
            total);
    publish
        .publish(
            new ProducerRecord<>(
                Topics.DELIVERIES, round.notification().getBytes(UTF_8), Json.write(event)))
        .block(SOON);
  }

  private OutboundMessage awaitReply(int number, String beginning) {
    OutboundMessage reply = reply(number);
    assertThat(((TextContent) reply.content()).text()).startsWith(beginning);
    return reply;
  }

  private String awaitEdit(String words) {
    byte[] key = ("main:" + chat).getBytes(UTF_8);
    try (var outbound = new ReadTopic(kafka, Topics.OUTBOUND_INTERACTIVE)) {
      return outbound
          .await(1, it -> Arrays.equals(it.key(), key) && shown(it).contains(words))
          .stream()
          .map(BroadcastTest::shown)
          .findFirst()
          .orElseThrow();
    }
  }

  private static String shown(ConsumerRecord<byte[], byte[]> record) {
    return message(record).content() instanceof TextContent text ? text.text() : "";
  }

  @Test
  void showsTheTextAsItWillLookAndSendsItWhenTold() {
    Round round = preview("Hello **all**");

    NotificationRequested preview = requested("preview:broadcast:" + round.update() + ":main");
    assertThat(preview.text()).isEqualTo("Hello **all**");
    assertThat(preview.format()).isEqualTo(TextMarkup.MARKDOWN);
    assertThat(preview.to().getFirst().chat()).isEqualTo("" + chat);
    assertThat(preview.replaceKey()).isEqualTo(round.replaceKey());
    assertThat(preview.buttons().getFirst())
        .extracting(ActionButton::text)
        .containsExactly("Send", "Cancel");
    assertThat(preview.buttons().getFirst())
        .allMatch(button -> button.action().getBytes(UTF_8).length <= 64);

    now = Instant.now();
    presses(ADMIN, preview.buttons().getFirst().getFirst().action());
    NotificationRequested sent = requested(round.notification());
    assertThat(sent.text()).isEqualTo("Hello **all**");
    assertThat(sent.to().getFirst().audience()).isEqualTo("linked");
    assertThat(sent.priority()).isEqualTo(Lane.BULK);
    assertThat(sent.title()).isNull();
    OutboundMessage progress = awaitReply(2, "Broadcast is going out");
    assertThat(progress.replaceKey()).isEqualTo(round.replaceKey());
    assertThat(((TextContent) progress.content()).keyboard().getFirst())
        .extracting(Button::text)
        .containsExactly("Pause", "Stop");
  }

  @Test
  void showsHowFarItIsAndTellsTheEnd() {
    Round round = preview("Hello");
    requested("preview:broadcast:" + round.update() + ":main");
    press(round, "send");
    awaitControl(round, ControlState.RUNNING);
    replies(2);

    told(round, 1, DeliveryStatus.SENT, 3);
    told(round, 2, DeliveryStatus.SENT, 3);
    told(round, 3, DeliveryStatus.FAILED, 3);

    await()
        .atMost(SOON)
        .until(() -> controls.find(round.notification()).orElseThrow().board() == null);
    assertThat(awaitEdit("Broadcast done")).contains("2 of 3 sent, 1 failed, 0 waiting");
    var replies = replies(3).stream().map(RunningBot::message).toList();
    assertThat(replies)
        .allMatch(it -> it.replaceKey() == null || it.replaceKey().equals(round.replaceKey()));
    press(round, "stop");
    assertThat(controls.find(round.notification()).orElseThrow().state())
        .isEqualTo(ControlState.RUNNING);
  }

  @Test
  void pausesResumesAndStops() {
    Round round = preview("Hello");
    requested("preview:broadcast:" + round.update() + ":main");
    press(round, "send");
    awaitControl(round, ControlState.RUNNING);
    press(round, "pause");
    awaitControl(round, ControlState.PAUSED);
    press(round, "resume");
    awaitControl(round, ControlState.RUNNING);
    press(round, "stop");
    awaitControl(round, ControlState.STOPPED);
    press(round, "resume");
    press(round, "send");

    told(round, 1, DeliveryStatus.SENT, 2);
    told(round, 2, DeliveryStatus.SUPPRESSED, 2);
    await()
        .atMost(SOON)
        .until(() -> controls.find(round.notification()).orElseThrow().board() == null);
    assertThat(controls.find(round.notification()).orElseThrow().state())
        .as("what is stopped stays so")
        .isEqualTo(ControlState.STOPPED);
  }

  @Test
  void cancelsAndForgets() {
    Round round = preview("Hello");
    requested("preview:broadcast:" + round.update() + ":main");
    press(round, "cancel");
    awaitReply(2, "Cancelled");

    press(round, "send");
    replies(3);
    assertThat(controls.find(round.notification())).isEmpty();
  }

  /** What an earlier run, which crashed, has left: nothing of it is in this one's memory. */
  @Test
  void goesOnShowingWhatAnEarlierRunHasBegun() {
    Round round = new Round("main", NUMBERS.incrementAndGet());
    var board =
        new NotificationControl.Board("main", "" + chat, null, round.replaceKey(), Instant.now());
    var control =
        new NotificationControl(
            "1.0.0", round.notification(), ControlState.RUNNING, Instant.now(), board);
    told(round, 1, DeliveryStatus.SENT, 2);
    byte[] key = round.notification().getBytes(UTF_8);
    publish.publish(new ProducerRecord<>(Topics.CONTROLS, key, Json.write(control))).block(SOON);

    awaitEdit("1 of 2 sent, 0 failed, 1 waiting");
    told(round, 2, DeliveryStatus.SENT, 2);
    awaitEdit("Broadcast done");
  }

  @Test
  void isForAdminsAlone() {
    Round round = new Round("main", says(42, "/broadcast Hello"));
    assertThat(text(1).text()).contains("don't know /broadcast");
    presses(42, signed(round.button("", "send").callbackData()));
    replies(2);
    assertThat(controls.find(round.notification())).isEmpty();
  }
}
