package io.herald.bot.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herald.bot.access.AllowList;
import io.herald.bot.command.Reaction.Verdict;
import io.herald.bot.update.Chat;
import io.herald.bot.update.Event;
import io.herald.bot.update.Person;
import io.herald.bot.update.TextEntity;
import io.herald.bot.update.Update;
import io.herald.model.message.CallbackAnswer;
import io.herald.model.message.Content;
import io.herald.model.message.TextContent;
import io.herald.runtime.account.AccountsUnknown;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

class AnswerUpdateTest {

  private static final Person ADA = new Person(42, "Ada", false, null);
  private static final Person BOSS = new Person(43, "Bea", false, null);
  private static final Chat ALONE = new Chat(42, true);
  private static final Chat GROUP = new Chat(-100, false);

  private AnswerUpdate bots = bots(AllowList.OPEN, Map.of());

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
  void asksToTryAgainWhenItCantLookUp() {
    assertThat(onlyText(said(ALONE, "/lost")).text()).contains("try again in a minute");
    assertThat(answer(new Event.Pressed("q1", "lost:1", ADA, ALONE)).replies())
        .singleElement()
        .extracting(Reply::content)
        .isInstanceOfSatisfying(
            CallbackAnswer.class, answer -> assertThat(answer.text()).contains("in a minute"));
  }

  @Test
  void failsWithWhatHasToBeWaitedFor() {
    assertThatThrownBy(() -> said(ALONE, "/broken")).hasMessage("away");
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
    assertThat(contents(answer(new Event.Pressed("q1", "help", ADA, ALONE))))
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
    assertThat(answer(new Event.Pressed("q1", "help", ADA, topic)).chat()).isEqualTo(topic);
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

    assertThat(reaction.chat()).isEqualTo(GROUP);
    assertThat(contents(reaction)).first().isEqualTo(new CallbackAnswer("q1", "", false));
    assertThat(contents(reaction)).hasSize(2).last().isInstanceOf(TextContent.class);
  }

  @Test
  void answersThePressOfAButtonThatIsNoMore() {
    assertThat(contents(answer(new Event.Pressed("q1", "old:1", ADA, null))))
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
    assertThat(contents(answer(new Event.Pressed("q1", "help", ADA, null))))
        .singleElement()
        .isInstanceOfSatisfying(
            CallbackAnswer.class,
            refusal -> {
              assertThat(refusal.alert()).isTrue();
              assertThat(refusal.text()).contains("42").hasSizeLessThanOrEqualTo(200);
            });
  }

  private Reaction said(Chat chat, String text) {
    return said(chat, ADA, text);
  }

  private Reaction said(Chat chat, Person person, String text) {
    return answer(new Event.Said(chat, person, text, List.of()));
  }

  private Reaction answer(Event event) {
    return bots.answer(new Update("main", 1, Instant.EPOCH, "message", event)).block();
  }

  private static AnswerUpdate bots(AllowList allowList, Map<String, Usernames.Named> usernames) {
    List<Command> commands =
        List.of(
            new Does("echo", false, AnswerUpdateTest::echo),
            new Does("secret", true, _ -> text("secret")),
            new Asks("cancel", Audience.EVERYBODY, Argument.job("job")),
            new Asks("broadcast", Audience.ADMINS, Argument.rest("text")),
            new Does("lost", false, _ -> Mono.error(new AccountsUnknown("Redis is away"))),
            new Does("broken", false, _ -> Mono.error(new IllegalStateException("away"))));
    return new AnswerUpdate(
        new CommandBook(commands, allowList),
        List.of(new LostButtons()),
        new Usernames(usernames),
        allowList);
  }

  private static Mono<List<Reply>> echo(Request request) {
    return text(request.cause() + ' ' + request.person().id() + ' ' + request.arguments());
  }

  private static Mono<List<Reply>> text(String text) {
    return Mono.just(List.of(Reply.of(TextContent.plain(text))));
  }

  private record Does(String name, boolean isPersonal, Function<Request, Mono<List<Reply>>> deed)
      implements Command {

    @Override
    public String summary() {
      return "does something";
    }

    @Override
    public Mono<List<Reply>> answer(Request request) {
      return deed.apply(request);
    }
  }

  private record Asks(String name, Audience audience, Argument argument) implements Command {

    @Override
    public String summary() {
      return "wants to know";
    }

    @Override
    public Usage usage() {
      return Usage.of(argument);
    }

    @Override
    public Mono<List<Reply>> answer(Request request) {
      return AnswerUpdateTest.text(request.values().text(argument.name()));
    }
  }

  private static final class LostButtons implements Buttons {
    @Override
    public String name() {
      return "lost";
    }

    @Override
    public Mono<PressAnswer> answer(Press press) {
      return Mono.error(new AccountsUnknown("Redis is away"));
    }
  }

  private static List<Content> contents(Reaction reaction) {
    return reaction.replies().stream().map(Reply::content).toList();
  }

  private static TextContent onlyText(Reaction reaction) {
    assertThat(reaction.replies()).hasSize(1);
    return (TextContent) reaction.replies().getFirst().content();
  }
}
