package io.herald.gateway.page;

import io.herald.gateway.account.AccountDesk;
import io.herald.gateway.account.CodeVerdict;
import io.herald.gateway.account.TestMessage;
import io.herald.gateway.login.PagePerson;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** The forms of the Telegram card. */
final class ChangeTelegram {

  private static final String CARD = "#telegram";

  private final AccountDesk desk;
  private final ShowAccount account;

  ChangeTelegram(AccountDesk desk, ShowAccount account) {
    this.desk = desk;
    this.account = account;
  }

  /** What the card looks like by now: linking may have happened in another window. */
  Mono<ServerResponse> poll(ServerRequest request) {
    return PagePerson.of(request)
        .flatMap(person -> account.change(person.user(), request))
        .flatMap(card -> Html.ok(request, "telegram :: card", Map.of("card", card, "moved", true)))
        .switchIfEmpty(Html.same());
  }

  Mono<ServerResponse> verify(ServerRequest request) {
    return Mono.zip(PagePerson.of(request), request.formData())
        .flatMap(given -> {
          String typed = given.getT2().getFirst("code");
          String code = typed == null ? "" : typed.replaceAll("[\\s-]", "");
          return code.matches("[0-9]{6}")
              ? desk.verify(given.getT1().user(), code)
                  .flatMap(verdict -> tell(request, given.getT1().user(), code, verdict))
              : wrong(request, typed == null ? "" : typed, "The code has six digits.");
        });
  }

  Mono<ServerResponse> unlink(ServerRequest request) {
    return PagePerson.of(request)
        .flatMap(person -> desk.unlink(person.user()).then(showCard(request, person.user())));
  }

  Mono<ServerResponse> test(ServerRequest request) {
    return PagePerson.of(request)
        .flatMap(person -> desk.sendTest(person.user()))
        .flatMap(test -> tell(request, test));
  }

  private Mono<ServerResponse> tell(
      ServerRequest request, String user, String code, CodeVerdict verdict) {
    return switch (verdict) {
      case CodeVerdict.Linked _, CodeVerdict.AlreadyLinked _ -> showCard(request, user);
      case CodeVerdict.WrongCode wrong ->
          wrong(request, code, "That code is wrong or too old. " + left(wrong.attemptsLeft()));
      case CodeVerdict.LockedOut locked ->
          wrong(
              request,
              code,
              "Too many wrong codes. Try again in " + inWords(locked.retryAfter()) + ".");
      case CodeVerdict.ChatTaken _ ->
          wrong(
              request,
              code,
              "That chat belongs to somebody else here. It has to be unlinked there first: /unlink"
                  + " in the chat does it.");
    };
  }

  private Mono<ServerResponse> tell(ServerRequest request, TestMessage test) {
    if (!Html.isPart(request)) {
      return Html.to(test instanceof TestMessage.Requested ? "/history" : "/");
    }
    return switch (test) {
      case TestMessage.Requested requested ->
          Html.ok(request, "telegram :: test", Map.of("id", requested.id()));
      case TestMessage.NotLinked _ ->
          Html.answer(
              request,
              HttpStatus.UNPROCESSABLE_CONTENT,
              "telegram :: untested",
              Map.of("problem", "No Telegram is linked any more. Reload the page to link it."));
      case TestMessage.Unavailable _ ->
          Html.answer(
              request,
              HttpStatus.UNPROCESSABLE_CONTENT,
              "telegram :: untested",
              Map.of("problem", "Herald cannot take messages at the moment. Try again soon."));
    };
  }

  private Mono<ServerResponse> showCard(ServerRequest request, String user) {
    if (!Html.isPart(request)) {
      return Html.to("/");
    }
    return account
        .card(user)
        .flatMap(card ->
            Html.into(request, CARD, "telegram :: card", Map.of("card", card, "moved", true)));
  }

  private static Mono<ServerResponse> wrong(ServerRequest request, String code, String problem) {
    return Html.isPart(request)
        ? Html.answer(
            request,
            HttpStatus.UNPROCESSABLE_CONTENT,
            "telegram :: enter",
            Map.of("code", code, "problem", problem))
        : Problems.page(request, HttpStatus.UNPROCESSABLE_CONTENT, problem);
  }

  private static String left(int attempts) {
    return attempts == 1 ? "One try is left." : attempts + " tries are left.";
  }

  private static String inWords(Duration wait) {
    long minutes = Math.max(1, wait.plusSeconds(59).toMinutes());
    return minutes == 1 ? "a minute" : minutes + " minutes";
  }
}
