package io.herald.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.bot.access.AllowList;
import io.herald.bot.command.Reaction.Verdict;
import io.herald.bot.update.Chat;
import io.herald.bot.update.Event;
import io.herald.bot.update.Person;
import io.herald.bot.update.TextEntity;
import io.herald.model.command.ExternalCommand;
import io.herald.model.command.Sender;
import io.herald.model.message.TextContent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerUpdateTest extends Talk {

  @Test
  void handsTheCommandWhatFollowsIt() {
    Reaction reaction = said(ALONE, "/echo   some words ");

    assertThat(reaction.subject()).isEqualTo("echo");
    assertThat(reaction.chat()).isEqualTo(ALONE);
    assertThat(onlyText(reaction).text()).isEqualTo("update:main:1 42 some words");
    assertThat(onlyText(said(ALONE, "/echo@herald_bot\nline")).text()).endsWith(" line");
  }

  @Test
  void sendsPersonalMattersIntoThePrivateChat() {
    assertThat(onlyText(said(ALONE, "/secret")).text()).isEqualTo("secret");
    assertThat(onlyText(said(GROUP, "/secret")).text()).contains("private", "/secret");
  }

  @Test
  void listsEveryCommand() {
    assertThat(onlyText(said(ALONE, "/help")).text()).contains("\n/echo – ", "\n/help – ");
  }

  @Test
  void listsOnlyWhatThePersonMayDoAndHowItIsWritten() {
    bots = bots(new AllowList(Set.of(), Set.of(43L)), Map.of());

    assertThat(onlyText(said(ALONE, "/help")).text())
        .contains("\n/cancel <job> – ")
        .doesNotContain("broadcast");
    assertThat(onlyText(said(ALONE, BOSS, "/help")).text()).contains("\n/broadcast <text> – ");
    assertThat(contents(presses(ALONE, ADA, "help")))
        .last()
        .isInstanceOfSatisfying(
            TextContent.class, list -> assertThat(list.text()).doesNotContain("broadcast"));
  }

  @Test
  void anAdminsCommandDoesNotExistForOthers() {
    bots = bots(new AllowList(Set.of(), Set.of(43L)), Map.of());

    assertThat(onlyText(said(ALONE, BOSS, "/broadcast all of you")).text()).isEqualTo("all of you");
    Reaction others = said(ALONE, "/broadcast all of you");
    assertThat(others.subject()).isEqualTo("unknown-command");
    assertThat(onlyText(others).text())
        .isEqualTo(onlyText(said(ALONE, "/dance")).text().replace("dance", "broadcast"));
    assertThat(said(GROUP, "/broadcast all of you")).isEqualTo(Reaction.IGNORED);
  }

  @Test
  void saysWhatIsWrongAndHowItIsWritten() {
    Reaction reaction = said(ALONE, "/cancel");

    assertThat(reaction.verdict()).isEqualTo(Verdict.USAGE);
    assertThat(reaction.subject()).isEqualTo("cancel");
    assertThat(onlyText(reaction).text()).isEqualTo("<job> is missing.\nUsage: /cancel <job>");
    assertThat(onlyText(said(ALONE, "/cancel ABC")).text()).isEqualTo("abc");
  }

  @Test
  void answersInTheTopic() {
    Chat topic = new Chat(-100, false, 7);

    assertThat(said(topic, "/echo").chat()).isEqualTo(topic);
    assertThat(presses(topic, ADA, "help").chat()).isEqualTo(topic);
  }

  @Test
  void asksAnotherServiceWhatItDoesNotKnow() {
    Reaction weather = said(new Chat(-100, false, 7), "/weather in Paris ");

    assertThat(weather.verdict()).isEqualTo(Verdict.EXTERNAL);
    assertThat(weather.subject()).isEqualTo("weather");
    assertThat(weather.replies()).isEmpty();
    assertThat(weather.external())
        .isEqualTo(
            new ExternalCommand(
                "1.0.0",
                "update:main:1",
                "main",
                "-100",
                7,
                new Sender(42, "Ada", null, false),
                "weather",
                "in Paris",
                Instant.EPOCH));
    Reaction dance = said(ALONE, "/dance");
    assertThat(dance.verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(dance.external()).isNotNull();
    assertThat(onlyText(said(ALONE, "/help")).text()).endsWith("\n/weather – Tells the weather");
  }

  @Test
  void asksNobodyForAStrangerOrAboutAnAdminsCommand() {
    bots = bots(new AllowList(Set.of(42L), Set.of(43L)), Map.of());

    assertThat(said(ALONE, STRANGER, "/weather").external()).isNull();
    assertThat(said(ALONE, STRANGER, "/weather").verdict()).isEqualTo(Verdict.REFUSED);
    assertThat(said(ALONE, "/broadcast hello").external()).isNull();
  }

  @Test
  void namesHelpWhenItDoesNotKnowACommand() {
    Reaction reaction = said(ALONE, "/dance");

    assertThat(reaction.subject()).isEqualTo("unknown-command");
    assertThat(onlyText(reaction).text()).contains("/dance", "/help");
  }

  @Test
  void hintsInAPrivateChatAndKeepsOutOfAGroupsTalk() {
    assertThat(onlyText(said(ALONE, "good morning")).text()).contains("/help");
    assertThat(said(GROUP, "good morning")).isEqualTo(Reaction.IGNORED);
  }

  @ParameterizedTest
  @CsvSource({
    "/help, help",
    "/HELP, help",
    "/help@herald_bot, help",
    "/help@SomeOtherBot, help",
    "/help@ada, none",
    "/dance, none",
    "/dance@herald_bot, unknown-command"
  })
  void listensInAGroupToWhatMayBeMeantForIt(String text, String subject) {
    assertThat(said(GROUP, text).subject()).isEqualTo(subject);
  }

  @ParameterizedTest
  @CsvSource({"/help@Herald_Bot, help", "/help@other_bot, none", "/help, help"})
  void listensOnlyToItsOwnNameOnceItIsConfigured(String text, String subject) {
    bots = bots(AllowList.OPEN, Map.of("main", new Usernames.Named("@herald_bot")));

    assertThat(said(GROUP, text).subject()).isEqualTo(subject);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/ help", "/help-me", "/é", "see /help", "//help"})
  void takesForACommandOnlyWhatIsOne(String text) {
    assertThat(said(ALONE, text).subject()).isEqualTo("text");
  }

  @Test
  void believesTelegramsMarks() {
    var code = List.of(new TextEntity("code", 0, 5));
    var mark = List.of(new TextEntity("bot_command", 0, 5));

    assertThat(answer(new Event.Said(ALONE, ADA, "/echo", code)).subject()).isEqualTo("text");
    assertThat(answer(new Event.Said(ALONE, ADA, "/echo", mark)).subject()).isEqualTo("echo");
  }

  @Test
  void doesNotTalkToPrograms() {
    var robot = new Person(9, "Robot", true, null);

    assertThat(answer(new Event.Said(ALONE, robot, "/echo", List.of())))
        .isEqualTo(Reaction.IGNORED);
  }

  @Test
  void tellsAStrangerWhomToAsk() {
    bots = bots(new AllowList(Set.of(7L), Set.of()), Map.of());

    Reaction command = said(GROUP, "/echo");
    assertThat(command.verdict()).isEqualTo(Verdict.REFUSED);
    assertThat(onlyText(command).text()).contains("user id 42").doesNotContain("Ada");
    assertThat(said(ALONE, "hello").verdict()).isEqualTo(Verdict.REFUSED);
    assertThat(said(GROUP, "hello")).isEqualTo(Reaction.IGNORED);
  }
}
