package io.herald.bot.schedule;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.herald.bot.RunningBot;
import io.herald.bot.access.AllowList;
import io.herald.model.access.AccessChange;
import io.herald.model.access.Role;
import io.herald.model.account.Preferences;
import io.herald.model.json.Json;
import io.herald.model.message.Button;
import io.herald.model.message.CallbackAnswer;
import io.herald.model.message.TextContent;
import io.herald.model.notification.NotificationRequested;
import io.herald.model.notification.Recipient;
import io.herald.model.schedule.At;
import io.herald.model.schedule.Cron;
import io.herald.model.schedule.Notify;
import io.herald.model.schedule.Owner;
import io.herald.model.schedule.Schedule;
import io.herald.model.schedule.Summarize;
import io.herald.model.schedule.Timing;
import io.herald.model.topic.Lane;
import io.herald.model.topic.Topics;
import io.herald.runtime.account.Accounts;
import io.herald.runtime.account.LinkChat;
import io.herald.runtime.account.TelegramIdentity;
import io.herald.runtime.index.IndexSpec;
import io.herald.runtime.schedule.ScheduleKeys;
import io.herald.runtime.schedule.ScheduleView;
import io.herald.runtime.schedule.Schedules;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;

class SchedulesInChatTest extends RunningBot {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Autowired private Schedules schedules;
  @Autowired private Accounts accounts;
  @Autowired private LinkChat linkChat;
  @Autowired private AllowList list;
  @Autowired private ReactiveStringRedisTemplate redis;

  private final String user = "user" + NUMBERS.incrementAndGet() + "@example.com";

  // Of the private chat, as Telegram has it; and what is due is not due yet.
  private long person;

  @BeforeEach
  void areThere() {
    person = chat;
    var change =
        new AccessChange(AccessChange.SCHEMA_VERSION, person, Role.ALLOWED, 43, Instant.now());
    byte[] key = String.valueOf(person).getBytes(UTF_8);
    publish.publish(new ProducerRecord<>(Topics.ACCESS, key, Json.write(change))).block(SOON);
    await().atMost(SOON).until(() -> list.role(person) == Role.ALLOWED);
    now = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(2)).plusSeconds(43_200);
  }

  @Test
  void remindsInTheChatOnceAndSaysThatTimesAreUtc() {
    long id = says(person, "/remind 18:30 call Ada");
    publish(id, said(id, person, "/remind 18:30 call Ada"));

    assertThat(text(1).text())
        .startsWith("I'll remind you today at 18:30 (UTC; /start links this chat")
        .contains("/schedules");
    assertThat(text(2)).isEqualTo(text(1));
    Schedule kept = kept().getFirst().schedule();
    assertThat(kept().size()).isEqualTo(1);
    assertThat(kept.timing()).isEqualTo(new At(now.plus(Duration.ofMinutes(390))));
    assertThat(kept.owner()).isEqualTo(Owner.chat("main", String.valueOf(chat), null, person));
    NotificationRequested notification = ((Notify) kept.payload()).notification();
    assertThat(notification.to()).containsExactly(Recipient.chat(String.valueOf(chat)));
    assertThat(notification.text()).isEqualTo("call Ada");
    assertThat(notification.priority()).isEqualTo(Lane.INTERACTIVE);
  }

  @Test
  void livesByTheClockOfWhoHasLinked() {
    link();

    says(person, "/remind tomorrow 9:00 send the report");

    assertThat(text(1).text()).contains("tomorrow at 09:00 (Europe/Berlin)");
    Schedule kept = kept().getFirst().schedule();
    assertThat(((At) kept.timing()).at().atZone(BERLIN).getHour()).isEqualTo(9);
    assertThat(kept.owner().user()).isEqualTo(user);
  }

  @Test
  void remindsInTheTopicOfAGroup() {
    chat = -NUMBERS.incrementAndGet();
    saysInTopic(7, "/remind in 20m stand-up");

    assertThat(text(1).text()).startsWith("I'll remind you today at 12:20");
    Schedule kept = kept().getFirst().schedule();
    NotificationRequested notification = ((Notify) kept.payload()).notification();
    assertThat(notification.thread()).isEqualTo(7);
    assertThat(notification.title()).isEqualTo("⏰ Reminder for Ada");
    assertThat(kept.owner().thread()).isEqualTo(7);
  }

  @Test
  void showsHowItIsWritten() {
    says(person, "/remind");
    says(person, "/remind at some time tea");
    says(person, "/remind tomorrow 9:00");

    assertThat(text(1).text())
        .startsWith(
            "<when> is missing.\nUsage: /remind <when> <text>\nFor example:\n/remind 18:30");
    assertThat(text(2).text()).startsWith("I can't read that time.\nUsage: /remind <when> <text>");
    assertThat(text(3).text()).startsWith("What shall I remind you of?\n").contains("in 20m tea");
    assertThat(kept()).isEmpty();
  }

  @Test
  void listsWhatIsScheduledWithItsNextTimeAndPausesResumesAndDeletesInPlace() {
    link();
    says(person, "/remind in 20m tea");
    says(person, "/remind tomorrow 9:00 send the report");
    text(2);

    long asked = says(person, "/schedules");

    TextContent list = text(3);
    assertThat(list.text())
        .startsWith("Scheduled for you\n1. tea – today at ")
        .contains("2. send the report – tomorrow at 09:00", "Times: Europe/Berlin.");
    assertThat(labels(list))
        .containsExactly("⏸ Pause 1", "🗑 Delete 1", "⏸ Pause 2", "🗑 Delete 2");
    assertThat(reply(3).replaceKey()).isEqualTo("schedules:" + asked);

    presses(person, data(list, "⏸ Pause 1"));

    assertThat(((CallbackAnswer) reply(4).content()).text()).isEqualTo("Paused");
    assertThat(text(5).text()).contains("1. send the report", "2. tea – paused");
    assertThat(reply(5).replaceKey()).isEqualTo("schedules:" + asked);
    assertThat(kept()).filteredOn(it -> it.schedule().paused()).hasSize(1);

    presses(person, data(text(5), "▶ Resume 2"));

    assertThat(((CallbackAnswer) reply(6).content()).text()).isEqualTo("Goes on");
    assertThat(text(7).text()).isEqualTo(list.text());

    long id = presses(person, data(text(7), "🗑 Delete 1"));
    publish(id, pressed(id, person, data(text(7), "🗑 Delete 1")));

    assertThat(((CallbackAnswer) reply(8).content()).text()).isEqualTo("Deleted");
    assertThat(text(9).text()).contains("1. send the report").doesNotContain("tea");
    assertThat(text(11)).isEqualTo(text(9));
    assertThat(kept()).hasSize(1);
  }

  @Test
  void othersCanNeitherSeeNorChangeThem() {
    says(person, "/remind in 20m tea");
    says(person, "/schedules");
    String delete = data(text(2), "🗑 Delete 1");

    presses(42, delete);
    says(42, "/schedules");

    var answer = (CallbackAnswer) reply(3).content();
    assertThat(answer.alert()).isTrue();
    assertThat(answer.text()).startsWith("Only who asked");
    assertThat(text(4).text()).startsWith("Nothing is scheduled");
    assertThat(kept()).hasSize(1);
  }

  @Test
  void inAGroupOnlyWhatWasMadeThereIsTold() {
    says(person, "/remind in 20m secret");
    text(1);
    chat = -NUMBERS.incrementAndGet();
    saysInTopic(7, "/remind in 30m stand-up");
    saysInTopic(7, "/schedules");

    assertThat(text(2).text()).contains("1. stand-up").doesNotContain("secret");
  }

  @Test
  void aSummaryIsForTheSettingsToChange() {
    link();
    save("summary:" + user, new Cron("0 9 * * *", BERLIN), "Daily summary");

    says(person, "/schedules");

    assertThat(text(1).text()).contains("1. Daily summary – ", "/settings changes it");
    assertThat(text(1).keyboard()).isEmpty();
  }

  @Test
  void turnsPages() {
    for (int i = 1; i <= 10; i++) {
      says(person, "/remind in " + i + "h number " + i);
    }
    text(10);
    says(person, "/schedules");

    assertThat(text(11).text()).contains("8. number 8").doesNotContain("9. number 9");
    assertThat(text(11).keyboard().stream().flatMap(List::stream))
        .allSatisfy(button ->
            assertThat(button.callbackData().getBytes(UTF_8)).hasSizeLessThanOrEqualTo(64));
    presses(person, data(text(11), "Later ›"));

    assertThat(text(13).text()).contains("9. number 9", "10. number 10");
    presses(person, data(text(13), "🗑 Delete 9"));

    assertThat(text(15).text()).contains("9. number 10").doesNotContain("number 9");
  }

  @Test
  void asksToTryAgainWhileSchedulesAreUnknown() {
    redis.opsForHash().remove(ScheduleKeys.INDEX.key(), IndexSpec.COMPLETE).block(SOON);
    try {
      says(person, "/remind 18:30 tea");
      says(person, "/schedules");

      assertThat(text(1).text()).contains("try again in a minute");
      assertThat(text(2).text()).contains("try again in a minute");
    } finally {
      redis.opsForHash().put(ScheduleKeys.INDEX.key(), IndexSpec.COMPLETE, "1").block(SOON);
    }
  }

  private void saysInTopic(int topic, String text) {
    long id = NUMBERS.incrementAndGet();
    publish(
        id,
        "{\"update_id\":%d,\"message\":{\"from\":{\"id\":%d,\"first_name\":\"Ada\"},\"chat\":{\"id\":%d,\"type\":\"supergroup\"},\"message_thread_id\":%d,\"is_topic_message\":true,\"text\":\"%s\"}}"
            .formatted(id, person, chat, topic, text));
  }

  private void link() {
    var who = new TelegramIdentity("main", String.valueOf(person), "ada", "Ada");
    assertThat(linkChat.link(user, who, NOON).block(SOON))
        .isInstanceOf(LinkChat.Outcome.Linked.class);
    var preferences = Preferences.of(true, Lane.BULK, null, BERLIN);
    accounts.change(user, account -> account.withPreferences(preferences)).block(SOON);
  }

  private void save(String id, Timing timing, String title) {
    var schedule =
        Schedule.of(
            id.replace('@', '.'), Owner.user(user), title, timing, new Summarize(user), now);
    schedules.save(schedule).block(SOON);
  }

  private List<ScheduleView> kept() {
    return schedules.of(new Owner(null, null, null, null, person)).collectList().block(SOON);
  }

  private static String data(TextContent text, String label) {
    return text.keyboard().stream()
        .flatMap(List::stream)
        .filter(button -> button.text().equals(label))
        .findAny()
        .orElseThrow()
        .callbackData();
  }

  private static List<String> labels(TextContent text) {
    return text.keyboard().stream().flatMap(List::stream).map(Button::text).toList();
  }
}
