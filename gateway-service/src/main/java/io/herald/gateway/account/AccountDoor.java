package io.herald.gateway.account;

import io.herald.gateway.limit.ReadBody;
import io.herald.model.json.Json;
import io.herald.runtime.access.Caller;
import io.herald.runtime.contract.Violation;
import java.util.List;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Takes a person's request about their account to its answer. */
final class AccountDoor {

  private static final String CODE_IS = "must be the six digits that the bot gives, as text";

  private final AccountDesk desk;
  private final ReadBody body;

  AccountDoor(AccountDesk desk, ReadBody body) {
    this.desk = desk;
    this.body = body;
  }

  Mono<ServerResponse> link(ServerRequest request) {
    return desk.link(Caller.person(request)).flatMap(AccountAnswers::offer);
  }

  Mono<ServerResponse> verify(ServerRequest request) {
    return body.read(request).map(Json::tree).flatMap(sent -> verify(request, sent.path("code")));
  }

  private Mono<ServerResponse> verify(ServerRequest request, JsonNode code) {
    String digits = code.isString() ? code.stringValue().replaceAll("[\\s-]", "") : "";
    return digits.matches("[0-9]{6}")
        ? desk.verify(Caller.person(request), digits).flatMap(AccountAnswers::verdict)
        : AccountAnswers.invalid(
            "send the bot's code: {\"code\":\"123456\"}", List.of(new Violation("/code", CODE_IS)));
  }

  Mono<ServerResponse> status(ServerRequest request) {
    return desk.status(Caller.person(request)).flatMap(AccountAnswers::standing);
  }

  Mono<ServerResponse> sendTest(ServerRequest request) {
    return desk.sendTest(Caller.person(request)).flatMap(AccountAnswers::test);
  }

  Mono<ServerResponse> unlink(ServerRequest request) {
    return desk.unlink(Caller.person(request))
        .flatMap(_ -> AccountAnswers.unlinked())
        .switchIfEmpty(Mono.defer(AccountAnswers::notLinked));
  }

  Mono<ServerResponse> preferences(ServerRequest request) {
    return desk.preferences(Caller.person(request)).flatMap(AccountAnswers::preferences);
  }

  Mono<ServerResponse> savePreferences(ServerRequest request) {
    return body.read(request)
        .map(Json::tree)
        .map(ReadPreferences::read)
        .flatMap(checked -> save(request, checked));
  }

  private Mono<ServerResponse> save(ServerRequest request, PreferencesDraft.Checked checked) {
    return switch (checked) {
      case PreferencesDraft.Invalid(List<Violation> wrong) ->
          AccountAnswers.invalid("the preferences are not as they should be, see errors", wrong);
      case PreferencesDraft.Valid(var preferences) ->
          desk.savePreferences(Caller.person(request), preferences)
              .flatMap(AccountAnswers::preferences);
    };
  }
}
