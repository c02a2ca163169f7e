package io.herald.bot.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.bot.access.AllowList;
import io.herald.bot.limit.LimitSettings;
import io.herald.bot.limit.TakeTurns;
import io.herald.bot.update.Chat;
import io.herald.bot.update.Event;
import io.herald.bot.update.Person;
import io.herald.bot.update.Update;
import io.herald.model.message.Button;
import io.herald.model.message.Content;
import io.herald.model.message.TextContent;
import io.herald.runtime.account.AccountsUnknown;
import io.herald.runtime.config.Rate;
import io.herald.runtime.redis.RedisGone;
import io.herald.runtime.sign.Signing;
import io.lettuce.core.RedisCommandExecutionException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.common.errors.TimeoutException;
import reactor.core.publisher.Mono;

/** People who talk to a bot that has some commands and buttons. */
abstract class Talk {

  static final Person ADA = new Person(42, "Ada", false, null);
  static final Person BOSS = new Person(43, "Bea", false, null);
  static final Person STRANGER = new Person(666, "Eve", false, null);
  static final Chat ALONE = new Chat(42, true);
  static final Chat GROUP = new Chat(-100, false);
  static final SignButtons SIGN =
      new SignButtons(Signing.with("a key of the tests, and of nobody else".getBytes(UTF_8)));

  AnswerUpdate bots = bots(AllowList.OPEN, Map.of());

  static AnswerUpdate bots(AllowList allowList, Map<String, Usernames.Named> usernames) {
    return bots(allowList, usernames, 1_000_000);
  }

  static AnswerUpdate bots(AllowList allowList, Map<String, Usernames.Named> usernames, int burst) {
    var limit = new LimitSettings(Rate.valueOf("20/m"), burst);
    var others = new OthersCommands("weather=Tells the weather");
    var book = new CommandBook(COMMANDS, others, allowList);
    return new CommandConfiguration()
        .answerUpdate(
            book,
            List.of(
                new HelpButton(book),
                new Pushes("failing", Audience.EVERYBODY),
                new Pushes("boss", Audience.ADMINS)),
            SIGN,
            new Usernames(usernames),
            allowList,
            new TakeTurns(limit, () -> 0, new SimpleMeterRegistry()));
  }

  private static final List<Command> COMMANDS =
      List.of(
          does("echo", Talk::echo),
          does("silent", _ -> Mono.empty()),
          does("buttons", _ -> Mono.just(List.of(Reply.of(buttons("failing:kafka"))))),
          does("toolong", _ -> Mono.just(List.of(Reply.of(buttons("x".repeat(56)))))),
          new Does("secret", true, Usage.NONE, Audience.EVERYBODY, _ -> text("secret")),
          asks("cancel", Audience.EVERYBODY, Argument.job("job")),
          asks("broadcast", Audience.ADMINS, Argument.rest("text")),
          asks("fail", Audience.EVERYBODY, Argument.word("how")));

  private static Does does(String name, Function<Request, Mono<List<Reply>>> deed) {
    return new Does(name, false, Usage.NONE, Audience.EVERYBODY, deed);
  }

  private static Does asks(String name, Audience audience, Argument argument) {
    return new Does(
        name, false, Usage.of(argument), audience, request -> named(request, argument.name()));
  }

  private static Mono<List<Reply>> named(Request request, String argument) {
    String value = request.values().text(argument);
    return argument.equals("how") ? fail(value) : text(value);
  }

  private static <T> Mono<T> fail(String how) {
    return Mono.error(
        switch (how) {
          case "accounts" -> new AccountsUnknown("Redis is away");
          case "redis" -> new RedisGone();
          case "script" -> new RedisCommandExecutionException("ERR a bug");
          case "kafka" -> new TimeoutException("away");
          default -> new IllegalStateException("quotes " + how, new NumberFormatException(how));
        });
  }

  private static Mono<List<Reply>> echo(Request request) {
    return text(request.cause() + ' ' + request.person().id() + ' ' + request.arguments());
  }

  private static Mono<List<Reply>> text(String text) {
    return Mono.just(List.of(Reply.of(TextContent.plain(text))));
  }

  private static TextContent buttons(String data) {
    return new WriteText()
        .plain("press")
        .row(Button.callback("Press", data), Button.url("Open", "https://example.org"))
        .done();
  }

  final Reaction said(Chat chat, String text) {
    return said(chat, ADA, text);
  }

  final Reaction said(Chat chat, Person person, String text) {
    return answer(new Event.Said(chat, person, text, List.of()));
  }

  /** Presses a button that was put up in that chat. */
  final Reaction presses(Chat chat, Person person, String data) {
    return pressesAnything(chat, person, data(chat, data));
  }

  /** Presses what was never put up. */
  final Reaction pressesAnything(Chat chat, Person person, String data) {
    return answer(new Event.Pressed("q1", data, person, chat));
  }

  /** What a button of ours carries in that chat. */
  static String data(Chat chat, String data) {
    var signed = (TextContent) SIGN.sign("main", String.valueOf(chat.id()), buttons(data));
    return signed.keyboard().getFirst().getFirst().callbackData();
  }

  final Reaction answer(Event event) {
    return bots.answer(new Update("main", 1, Instant.EPOCH, "message", event)).block();
  }

  static List<Content> contents(Reaction reaction) {
    return reaction.replies().stream().map(Reply::content).toList();
  }

  static TextContent onlyText(Reaction reaction) {
    assertThat(reaction.replies()).hasSize(1);
    return (TextContent) reaction.replies().getFirst().content();
  }

  private record Does(
      String name,
      boolean isPersonal,
      Usage usage,
      Audience audience,
      Function<Request, Mono<List<Reply>>> deed)
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

  /** Fails in the way that was chosen. */
  private record Pushes(String name, Audience audience) implements Buttons {

    @Override
    public Mono<PressAnswer> answer(Press press) {
      return press.choice().isEmpty()
          ? Mono.just(PressAnswer.notice("done"))
          : fail(press.choice());
    }
  }
}
