package io.herald.bot.receive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.herald.backends.ReadTopic;
import io.herald.bot.RunningBot;
import io.herald.model.command.ExternalCommand;
import io.herald.model.command.Sender;
import io.herald.model.json.Json;
import io.herald.model.message.CallbackAnswer;
import io.herald.model.message.OutboundMessage;
import io.herald.model.message.TextContent;
import io.herald.model.topic.RecordHeaders;
import io.herald.model.topic.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import reactor.core.publisher.Flux;

@ExtendWith(OutputCaptureExtension.class)
class BotServiceTest extends RunningBot {

  @Autowired private ReactiveStringRedisTemplate redis;
  @Autowired private MeterRegistry meters;

  @Test
  void repliesToStart() {
    long id = says(42, "/start");

    var record = replies(1).getFirst();
    var reply = Json.read(record.value(), OutboundMessage.class);
    assertThat(reply.id()).isEqualTo("update:main:" + id + ":0");
    assertThat(new String(record.key(), UTF_8)).isEqualTo("main:" + chat);
    assertThat(reply.createdAt()).isEqualTo(NOON);
    assertThat(reply.expiresAt()).isEqualTo(NOON.plus(Duration.ofHours(24)));
    assertThat(((TextContent) reply.content()).text()).startsWith("Hello, Ada!");
    assertThat(header(record, RecordHeaders.TRACEPARENT)).startsWith("00-" + TRACE);
  }

  @Test
  void answersThePressOfAButtonBeforeItsQueryIsTooOld() {
    long id = presses(43, signed("help"));

    var replies = replies(2).stream().map(BotServiceTest::message).toList();
    assertThat(replies).extracting(OutboundMessage::id).containsExactly(id(id, 0), id(id, 1));
    assertThat(replies.getFirst().content()).isEqualTo(new CallbackAnswer("q", "", false));
    assertThat(replies.getFirst().expiresAt()).isEqualTo(NOON.plusSeconds(150));
  }

  @Test
  void refusesAForgedButton() {
    presses(42, "help");

    assertThat(((CallbackAnswer) message(replies(1).getFirst()).content()).text())
        .isEqualTo("This button no longer works.");
  }

  @Test
  void answersInTheTopicOfAForum() {
    String topic =
        "\"message_thread_id\":7,\"is_topic_message\":true,\"chat\":{\"id\":%d,\"type\":\"supergroup\"}"
            .formatted(chat);
    long said = NUMBERS.incrementAndGet();
    publish(
        said,
        "{\"update_id\":%d,\"message\":{\"from\":{\"id\":42},\"text\":\"/help@herald_bot\",%s}}"
            .formatted(said, topic));
    long pressed = NUMBERS.incrementAndGet();
    publish(
        pressed,
        "{\"update_id\":%d,\"callback_query\":{\"id\":\"q\",\"data\":\"%s\",\"from\":{\"id\":42},\"message\":{%s}}}"
            .formatted(pressed, signed("help"), topic));

    assertThat(replies(3)).extracting(record -> message(record).options().thread()).containsOnly(7);
  }

  @Test
  void doesNotRunAnEditedCommandAgain() {
    long id = says(42, "/help");
    long edit = NUMBERS.incrementAndGet();
    publish(edit, said(edit, 42, "/help").replace("\"message\"", "\"edited_message\""));
    long last = says(42, "/help");

    assertThat(replies(2))
        .extracting(record -> message(record).id())
        .containsExactly(id(id, 0), id(last, 0));
  }

  @Test
  void asksOtherServicesWhatItDoesNotKnow() {
    try (var commands = new ReadTopic(kafka, Topics.COMMANDS)) {
      long id = says(42, "/weather in Paris");
      says(42, "/dance");

      byte[] key = String.valueOf(chat).getBytes(UTF_8);
      var asked =
          commands.await(2, record -> Arrays.equals(record.key(), key)).stream()
              .map(record -> Json.read(record.value(), ExternalCommand.class))
              .toList();
      assertThat(asked).extracting(ExternalCommand::command).containsExactly("weather", "dance");
      assertThat(asked.getFirst().id()).isEqualTo("update:main:" + id);
      assertThat(asked.getFirst().arguments()).isEqualTo("in Paris");
      assertThat(asked.getFirst().user()).isEqualTo(new Sender(42, "Ada", "ada", false));
    }
    assertThat(replies(1)).hasSize(1);
    assertThat(text(1).text()).startsWith("I don't know /dance");
  }

  @Test
  void answersAFailureOnceAndBuriesNothing(CapturedOutput output) {
    long id = says(42, "/stumble over a secret");
    says(42, "/help");

    assertThat(replies(2)).hasSize(2);
    String words = text(1).text();
    assertThat(words).startsWith("Sorry, something went wrong on my side.");
    // What is told of an update comes after its reply.
    await().until(() -> output.getOut().contains(told("help", "replied")));
    assertThat(output.getOut())
        .containsOnlyOnce("Failure " + words.substring(words.lastIndexOf(' ') + 1))
        .contains(told("stumble", "failed") + " ms=")
        .contains("update=" + id)
        .doesNotContain("a secret");
    assertThat(
            meters
                .counter("herald.bot.commands", "command", "stumble", "outcome", "failed")
                .count())
        .isEqualTo(1);
  }

  private String told(String command, String outcome) {
    return "command user=42 chat=%d command=%s outcome=%s".formatted(chat, command, outcome);
  }

  @Test
  void keepsOrderWithinAChat() {
    long first = NUMBERS.addAndGet(300);
    List<Long> ids = LongStream.range(first, first + 200).boxed().toList();
    NUMBERS.addAndGet(200);

    Flux.fromIterable(ids)
        .flatMapSequential(id -> publish.publish(update(id, said(id, 42, "/help"))), 64)
        .blockLast(SOON);

    assertThat(replies(200))
        .extracting(record -> message(record).id())
        .containsExactlyElementsOf(ids.stream().map(id -> id(id, 0)).toList());
  }

  @Test
  void repliesTheSameWhenAnUpdateIsReplayed() {
    long id = says(42, "/start");
    publish(id, said(id, 42, "/start"));

    var replies = replies(2);
    assertThat(replies.getFirst().value()).isEqualTo(replies.getLast().value());
  }

  @Test
  void refusesStrangersAndWritesAudit(CapturedOutput output) {
    long id = says(666, "/start with a secret");

    var reply = message(replies(1).getFirst());
    assertThat(((TextContent) reply.content()).text()).contains("666");
    assertThat(output.getOut())
        .contains("refused user=666 chat=" + chat + " bot=main update=" + id + " attempt=start")
        .doesNotContain("a secret");
  }

  @Test
  void liftsTheSuspensionOfWhoeverWrites() {
    suspend(chat);
    says(666, "a stranger, who may be told so");
    replies(1);

    assertThat(isSuspended(chat)).isFalse();
  }

  @Test
  void liftsTheSuspensionOfAChatThatTakesTheBotIn() {
    suspend(-chat);
    membership("kicked");
    says(42, "/start");
    replies(1);
    assertThat(isSuspended(-chat)).isTrue();

    membership("member");

    await().atMost(SOON).until(() -> !isSuspended(-chat));
  }

  @Test
  void leavesTheSuspensionOfAGroupWhereSomebodyTalks() {
    suspend(-chat);
    long id = NUMBERS.incrementAndGet();
    publish(
        id,
        "{\"update_id\":%d,\"message\":{\"from\":{\"id\":42},\"chat\":{\"id\":-%d,\"type\":\"group\"},\"text\":\"hi\"}}"
            .formatted(id, chat));
    says(42, "/start");
    replies(1);

    assertThat(isSuspended(-chat)).isTrue();
  }

  private void suspend(long who) {
    redis.opsForValue().set("suspended:{main}:" + who, "blocked").block(SOON);
  }

  private boolean isSuspended(long who) {
    return Boolean.TRUE.equals(redis.hasKey("suspended:{main}:" + who).block(SOON));
  }

  private void membership(String status) {
    long id = NUMBERS.incrementAndGet();
    publish(
        id,
        "{\"update_id\":%d,\"my_chat_member\":{\"chat\":{\"id\":-%d,\"type\":\"group\"},\"new_chat_member\":{\"status\":\"%s\"}}}"
            .formatted(id, chat, status));
  }

  @Test
  void deadLettersMalformedRecordAndGoesOn() {
    byte[] garbage = ("garbage " + chat).getBytes(UTF_8);
    publish(1, new String(garbage, UTF_8));
    says(42, "/start");

    assertThat(replies(1)).hasSize(1);
    try (var letters = new ReadTopic(kafka, Topics.DEAD_LETTERS)) {
      var letter = letters.await(1, record -> Arrays.equals(record.value(), garbage)).getFirst();
      assertThat(header(letter, RecordHeaders.REASON)).isEqualTo("malformed");
      assertThat(header(letter, RecordHeaders.SOURCE_TOPIC)).isEqualTo(Topics.UPDATES);
      assertThat(header(letter, RecordHeaders.ERROR)).doesNotContain("garbage");
    }
  }

  @Test
  void publishesItsFigures() {
    says(42, "/start");
    replies(1);

    await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThat(get("/actuator/prometheus").body())
                .contains("herald_bot_updates_total{", "herald_bot_commands_total{"));
  }
}
