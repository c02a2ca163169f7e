package io.herald.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.bot.access.AllowList;
import io.herald.bot.command.Reaction.Verdict;
import io.herald.bot.update.Chat;
import io.herald.bot.update.Event;
import io.herald.bot.update.Person;
import io.herald.bot.update.TextEntity;
import io.herald.bot.update.Update;
import io.herald.model.message.Button;
import io.herald.model.message.CallbackAnswer;
import io.herald.model.message.Entity;
import io.herald.model.message.TextContent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerUpdateTest {

  private static final Person ADA = new Person(42, "Ada", false);
  private static final Chat ALONE = new Chat(42, true);
  private static final Chat GROUP = new Chat(-100, false);

  private AnswerUpdate bots = bots(AllowList.OPEN, Map.of());

  @Test
  void greetsByNameAndOffersHelp() {
    Reaction reaction = said(ALONE, "/start deep-link");

    assertThat(reaction.subject()).isEqualTo("start");
    assertThat(reaction.chat()).isEqualTo(42);
    TextContent text = onlyText(reaction);
    assertThat(text.text()).startsWith("Hello, Ada!");
    assertThat(text.entities()).containsExactly(Entity.of("bold", 0, 11));
    assertThat(text.keyboard()).containsExactly(List.of(Button.callback("Help", "help")));
  }

  @Test
  void greetsWhoeverHasNoName() {
    assertThat(
            onlyText(answer(new Event.Said(ALONE, new Person(1, " ", false), "/start", List.of())))
                .text())
        .startsWith("Hello!");
  }

  @Test
  void listsEveryCommand() {
    assertThat(onlyText(said(ALONE, "/help")).text()).contains("\n/start – ", "\n/help – ");
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

  @Test
  void answersThePressAndSendsHelp() {
    Reaction reaction = answer(new Event.Pressed("q1", "help", ADA, GROUP));

    assertThat(reaction.chat()).isEqualTo(-100);
    assertThat(reaction.contents()).first().isEqualTo(new CallbackAnswer("q1", "", false));
    assertThat(reaction.contents()).hasSize(2).last().isInstanceOf(TextContent.class);
  }

  @Test
  void answersThePressOfAButtonThatIsNoMore() {
    assertThat(answer(new Event.Pressed("q1", "old", ADA, null)).contents())
        .containsExactly(new CallbackAnswer("q1", "This button no longer works.", false));
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
    var code = List.of(new TextEntity("code", 0, 6));
    var mark = List.of(new TextEntity("bot_command", 0, 6));

    assertThat(answer(new Event.Said(ALONE, ADA, "/start", code)).subject()).isEqualTo("text");
    assertThat(answer(new Event.Said(ALONE, ADA, "/start", mark)).subject()).isEqualTo("start");
  }

  @Test
  void doesNotTalkToPrograms() {
    var robot = new Person(9, "Robot", true);

    assertThat(answer(new Event.Said(ALONE, robot, "/start", List.of())))
        .isEqualTo(Reaction.IGNORED);
  }

  @Test
  void tellsAStrangerWhomToAsk() {
    bots = bots(new AllowList(Set.of(7L), Set.of()), Map.of());

    Reaction command = said(GROUP, "/start");
    assertThat(command.verdict()).isEqualTo(Verdict.REFUSED);
    assertThat(onlyText(command).text()).contains("user id 42").doesNotContain("Ada");
    assertThat(said(ALONE, "hello").verdict()).isEqualTo(Verdict.REFUSED);
    assertThat(said(GROUP, "hello")).isEqualTo(Reaction.IGNORED);
    assertThat(answer(new Event.Pressed("q1", "help", ADA, null)).contents())
        .singleElement()
        .isInstanceOfSatisfying(
            CallbackAnswer.class,
            refusal -> {
              assertThat(refusal.alert()).isTrue();
              assertThat(refusal.text()).contains("42").hasSizeLessThanOrEqualTo(200);
            });
  }

  private Reaction said(Chat chat, String text) {
    return answer(new Event.Said(chat, ADA, text, List.of()));
  }

  private Reaction answer(Event event) {
    return bots.answer(new Update("main", 1, Instant.EPOCH, "message", event));
  }

  private static AnswerUpdate bots(AllowList allowList, Map<String, Usernames.Named> usernames) {
    return new AnswerUpdate(List.of(new Start()), new Usernames(usernames), allowList);
  }

  private static TextContent onlyText(Reaction reaction) {
    assertThat(reaction.contents()).hasSize(1);
    return (TextContent) reaction.contents().getFirst();
  }
}
