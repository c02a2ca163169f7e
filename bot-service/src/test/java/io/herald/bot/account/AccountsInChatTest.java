package io.herald.bot.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.bot.RunningBot;
import io.herald.model.account.Account;
import io.herald.model.account.DailySummary;
import io.herald.model.account.Preferences;
import io.herald.model.account.QuietHours;
import io.herald.model.message.Button;
import io.herald.model.message.CallbackAnswer;
import io.herald.model.message.Entity;
import io.herald.model.message.TextContent;
import io.herald.model.topic.Lane;
import io.herald.runtime.account.AccountIndex;
import io.herald.runtime.account.Accounts;
import io.herald.runtime.account.LinkChat;
import io.herald.runtime.account.LinkCodes;
import io.herald.runtime.account.TelegramIdentity;
import io.herald.runtime.index.IndexSpec;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;

class AccountsInChatTest extends RunningBot {

  @Autowired private Accounts accounts;
  @Autowired private LinkChat linkChat;
  @Autowired private LinkCodes codes;
  @Autowired private ReactiveStringRedisTemplate redis;

  private final String user = "user" + NUMBERS.incrementAndGet() + "@example.com";

  @Test
  void greetsByNameAndGivesACode() {
    says(42, "/start");

    TextContent greeting = text(1);
    assertThat(greeting.text())
        .startsWith("Hello, Ada!\n")
        .contains("at https://herald.example.org. It is valid for 10 minutes");
    assertThat(greeting.entities()).first().isEqualTo(Entity.of("bold", 0, 11));
    assertThat(greeting.keyboard())
        .containsExactly(List.of(Button.callback("Help", signed("help"))));
    assertThat(codes.redeemCode(code(greeting)).block(SOON))
        .isEqualTo(new TelegramIdentity("main", String.valueOf(chat), "ada", "Ada"));
  }

  @Test
  void onlyTheNewestCodeIsGood() {
    says(42, "/start");
    says(42, "/start anything else");

    assertThat(replies(2)).hasSize(2);
    assertThat(codes.redeemCode(code(text(1))).block(SOON)).isNull();
    assertThat(codes.redeemCode(code(text(2))).block(SOON)).isNotNull();
  }

  @Test
  void saysToWhomTheChatIsLinked() {
    link(user, chat);

    says(42, "/start");

    assertThat(text(1).text()).contains("linked to " + user).doesNotContain("code");
  }

  @Test
  void linksAtOnceByDeepLinkAndIsReplayed() {
    String token = codes.tokenFor(user).block(SOON);

    long id = says(42, "/start " + token);
    publish(id, said(id, 42, "/start " + token));

    assertThat(text(1).text()).startsWith("Done").contains(user);
    assertThat(values(replies(2))).hasSize(1);
    assertThat(link(user)).isEqualTo(String.valueOf(chat));
    says(42, "/start " + token);
    assertThat(text(3).text()).isEqualTo("This chat is linked to " + user + " already.");

    chat = NUMBERS.incrementAndGet();
    says(42, "/start " + token);

    assertThat(text(1).text()).contains("not valid any more", "/start");
  }

  @Test
  void saysSoWhenEitherIsLinkedAlready() {
    link(user, chat);
    now = NOON.plusSeconds(60);
    says(42, "/start " + codes.tokenFor(user).block(SOON));
    says(42, "/start " + codes.tokenFor("other" + user).block(SOON));
    assertThat(text(1).text()).isEqualTo("This chat is linked to " + user + " already.");
    assertThat(text(2).text()).contains("linked to another account already", "/unlink");

    chat = NUMBERS.incrementAndGet();
    says(42, "/start " + codes.tokenFor(user).block(SOON));

    assertThat(text(1).text()).contains("Another chat is linked to " + user, "/unlink");
    assertThat(accounts.linkedTo("main", String.valueOf(chat)).block(SOON)).isNull();
  }

  @Test
  void unlinksAfterAskingAndKeepsTheSettings() {
    link(user, chat);
    var quiet =
        Preferences.of(
            true, Lane.STANDARD, new QuietHours(LocalTime.MIN, LocalTime.NOON), ZoneOffset.UTC);
    accounts.change(user, account -> account.withPreferences(quiet)).block(SOON);
    long asked = says(42, "/unlink");
    assertThat(text(1).text()).contains(user);
    assertThat(reply(1).replaceKey()).isEqualTo("unlink:" + asked);

    long id = presses(42, data(text(1), "Unlink"));
    publish(id, pressed(id, 42, data(text(1), "Unlink")));

    assertThat(reply(2).content()).isEqualTo(new CallbackAnswer("q", "", false));
    assertThat(text(3).text()).contains("not linked any more");
    assertThat(reply(3).replaceKey()).isEqualTo("unlink:" + asked);
    assertThat(values(replies(5))).hasSize(3);
    assertThat(accounts.find(user).block(SOON)).isEqualTo(Account.of(user).withPreferences(quiet));
  }

  @Test
  void keepsTheLinkWhenToldSo() {
    link(user, chat);
    says(42, "/unlink");

    presses(42, data(text(1), "Keep it"));

    assertThat(text(3).text()).contains("stays as it is");
    assertThat(link(user)).isEqualTo(String.valueOf(chat));
  }

  @Test
  void changesSettingsInPlace() {
    link(user, chat);
    long asked = says(42, "/settings");
    TextContent before = text(1);
    assertThat(before.text()).contains(user, "Notifications: on", "Quiet hours: none");
    assertThat(labels(before)).contains("✓ On", "✓ Everything", "✓ No quiet hours", "✓ UTC");
    assertThat(before.keyboard().stream().flatMap(List::stream))
        .allSatisfy(button ->
            assertThat(button.callbackData().getBytes(UTF_8)).hasSizeLessThanOrEqualTo(64));

    presses(42, data(before, "22–7"));
    presses(42, data(before, "Berlin"));
    presses(42, data(before, "Urgent only"));
    long last = presses(42, data(before, "Off"));
    publish(last, pressed(last, 42, data(before, "Off")));

    assertThat(replies(11)).hasSize(11);
    assertThat(reply(2).content()).isEqualTo(new CallbackAnswer("q", "Saved", false));
    assertThat(reply(9).replaceKey()).isEqualTo("settings:" + asked);
    assertThat(text(9).text()).contains("Notifications: off", "22:00–07:00", "Europe/Berlin");
    assertThat(labels(text(9))).contains("On", "✓ Off", "✓ Urgent only", "✓ 22–7", "✓ Berlin");
    assertThat(text(11)).isEqualTo(text(9));
    assertThat(accounts.find(user).map(Account::preferences).block(SOON))
        .isEqualTo(
            Preferences.of(
                false,
                Lane.INTERACTIVE,
                new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0)),
                ZoneId.of("Europe/Berlin")));
  }

  @Test
  void setsTheDailySummary() {
    link(user, chat);
    says(42, "/settings");
    assertThat(text(1).text()).contains("Daily summary: at 09:00\n");
    assertThat(labels(text(1))).contains("✓ 9:00", "✓ Every day");

    presses(42, data(text(1), "18:00"));
    presses(42, data(text(1), "Skip quiet days"));
    assertThat(text(5).text()).contains("Daily summary: at 18:00, not of quiet days\n");
    presses(42, data(text(1), "No summary"));

    assertThat(text(7).text()).contains("Daily summary: none\n");
    assertThat(labels(text(7))).contains("✓ No summary", "18:00", "✓ Skip quiet days");
    assertThat(accounts.find(user).map(it -> it.preferences().summary()).block(SOON))
        .isEqualTo(new DailySummary(false, LocalTime.of(18, 0), true));
  }

  @Test
  void hasNothingToSetOrUnlinkWithoutALink() {
    says(42, "/settings");
    says(42, "/unlink");
    presses(42, signed("settings:1:1:off"));
    presses(42, signed("settings:2:1:off"));
    presses(42, signed("settings:1:1:loud"));

    assertThat(text(1).text()).contains("not linked", "/start");
    assertThat(text(2).text()).contains("not linked", "/start");
    assertThat(((CallbackAnswer) reply(3).content()).alert()).isTrue();
    assertThat(((CallbackAnswer) reply(4).content()).text()).contains("no longer works");
    assertThat(((CallbackAnswer) reply(5).content()).text()).contains("no longer works");
  }

  @Test
  void asksToTryAgainWhileAccountsAreUnknown() {
    redis.opsForHash().remove(AccountIndex.SPEC.key(), IndexSpec.COMPLETE).block(SOON);
    try {
      says(42, "/start");
      says(42, "/settings");
      presses(42, signed("unlink:1:1:yes"));

      assertThat(text(1).text()).startsWith("Hello, Ada!").contains("/start again in a minute");
      assertThat(text(2).text()).contains("try again in a minute");
      assertThat(((CallbackAnswer) reply(3).content()).text()).contains("try again in a minute");
    } finally {
      redis.opsForHash().put(AccountIndex.SPEC.key(), IndexSpec.COMPLETE, "1").block(SOON);
    }
  }

  private void link(String person, long to) {
    var who = new TelegramIdentity("main", String.valueOf(to), "ada", "Ada");
    assertThat(linkChat.link(person, who, NOON).block(SOON))
        .isInstanceOf(LinkChat.Outcome.Linked.class);
  }

  private String link(String person) {
    return accounts.find(person).map(account -> account.link().chat()).block(SOON);
  }

  private static String code(TextContent text) {
    Entity code =
        text.entities().stream().filter(e -> e.type().equals("code")).findAny().orElseThrow();
    return text.text().substring(code.offset(), code.offset() + code.length());
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

  /** The distinct values among the records. */
  private static List<String> values(List<ConsumerRecord<byte[], byte[]>> records) {
    return records.stream().map(record -> new String(record.value(), UTF_8)).distinct().toList();
  }
}
