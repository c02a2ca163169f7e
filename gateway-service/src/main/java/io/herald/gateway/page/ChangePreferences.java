package io.herald.gateway.page;

import io.herald.gateway.account.AccountDesk;
import io.herald.gateway.account.PreferencesDraft;
import io.herald.gateway.login.PagePerson;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Takes the form of preferences. */
final class ChangePreferences {

  private final AccountDesk desk;

  ChangePreferences(AccountDesk desk) {
    this.desk = desk;
  }

  Mono<ServerResponse> save(ServerRequest request) {
    return Mono.zip(PagePerson.of(request), request.formData())
        .flatMap(given -> save(request, given.getT1(), PreferencesForm.of(given.getT2())));
  }

  private Mono<ServerResponse> save(
      ServerRequest request, PagePerson person, PreferencesForm form) {
    return switch (form.draft().check()) {
      case PreferencesDraft.Valid valid ->
          desk.savePreferences(person.user(), valid.preferences())
              .flatMap(saved -> saved(request, PreferencesForm.of(saved, true)));
      case PreferencesDraft.Invalid invalid -> wrong(request, form.with(invalid.violations()));
    };
  }

  private static Mono<ServerResponse> saved(ServerRequest request, PreferencesForm form) {
    return Html.isPart(request)
        ? Html.ok(request, "preferences :: form", model(form))
        : Html.to("/");
  }

  private static Mono<ServerResponse> wrong(ServerRequest request, PreferencesForm form) {
    if (Html.isPart(request)) {
      return Html.answer(
          request, HttpStatus.UNPROCESSABLE_CONTENT, "preferences :: form", model(form));
    }
    String problems =
        form.problems().entrySet().stream()
            .map(problem -> problem.getKey() + " " + problem.getValue())
            .collect(Collectors.joining("; "));
    return Problems.page(request, HttpStatus.UNPROCESSABLE_CONTENT, problems + ".");
  }

  private static Map<String, Object> model(PreferencesForm form) {
    return Map.of("form", form, "zones", Zones.NAMES);
  }
}
