package io.herald.gateway.miniapp;

import io.herald.gateway.limit.ClientAddress;
import io.herald.gateway.limit.ReadBody;
import io.herald.gateway.limit.RequestLimits;
import io.herald.gateway.notify.Answers;
import io.herald.model.json.Json;
import io.herald.runtime.access.MintToken.Minted;
import io.herald.runtime.contract.Violation;
import io.herald.runtime.problem.Problem;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Takes a Mini App's request for a session to its answer. */
final class SessionDoor {

  private static final int BODY_BYTES = 4 * InitData.LONGEST;
  private static final Problem NO_DATA =
      new Problem(
          HttpStatus.BAD_REQUEST,
          "send what Telegram gives the app: {\"initData\": window.Telegram.WebApp.initData}",
          List.of(new Violation("/initData", "must be text that is not empty")));
  private static final Problem FORGED =
      new Problem(
          HttpStatus.UNAUTHORIZED,
          "initData is not what Telegram signed for a bot of this installation");
  private static final Problem STALE =
      new Problem(HttpStatus.UNAUTHORIZED, "initData is too old; open the app again");
  private static final Problem NO_USER =
      new Problem(
          HttpStatus.FORBIDDEN, "initData names no user; open the app from the bot's chat or menu");
  private static final Problem NOT_LINKED =
      new Problem(
          HttpStatus.FORBIDDEN,
          "this Telegram user is linked to nobody here: send /start to the bot to link");
  private static final Problem TOO_FAST =
      new Problem(HttpStatus.TOO_MANY_REQUESTS, "too many requests from this address were refused");
  // For 401 a scheme has to be named; this one is what Mini Apps' backends commonly call it.
  private static final Map<String, String> CHALLENGE = Map.of(HttpHeaders.WWW_AUTHENTICATE, "tma");
  private static final Map<String, String> SOON = Map.of(HttpHeaders.RETRY_AFTER, "5");

  private final OpenSession open;
  private final ReadBody body = new ReadBody(BODY_BYTES);
  private final ClientAddress clients;
  private final RequestLimits limits;

  SessionDoor(OpenSession open, ClientAddress clients, RequestLimits limits) {
    this.open = open;
    this.clients = clients;
    this.limits = limits;
  }

  Mono<ServerResponse> open(ServerRequest request) {
    return body.read(request)
        .map(Json::tree)
        .map(sent -> sent.path("initData"))
        .flatMap(data -> open(request, data))
        .onErrorResume(Answers::isRefusal, error -> refused(request, Answers.refused(error)));
  }

  private Mono<ServerResponse> open(ServerRequest request, JsonNode data) {
    return data.isString() && !data.stringValue().isEmpty()
        ? open.open(data.stringValue()).flatMap(session -> answer(request, session))
        : refused(request, NO_DATA.answer());
  }

  private Mono<ServerResponse> answer(ServerRequest request, AppSession session) {
    return switch (session) {
      case AppSession.Opened(Minted token) -> opened(token);
      case AppSession.Forged _ -> refused(request, FORGED.answer(CHALLENGE));
      case AppSession.Stale _ -> refused(request, STALE.answer(CHALLENGE));
      case AppSession.NoUser _ -> refused(request, NO_USER.answer());
      case AppSession.NotLinked _ -> refused(request, NOT_LINKED.answer());
    };
  }

  // Behind one address there may be many people: only what is refused counts, nonsense as well.
  private Mono<ServerResponse> refused(ServerRequest request, Mono<ServerResponse> refusal) {
    return limits
        .strangerMayGoOn(clients.of(request.exchange().getRequest()))
        .flatMap(mayGoOn -> mayGoOn ? refusal : TOO_FAST.answer(SOON));
  }

  private static Mono<ServerResponse> opened(Minted token) {
    return ServerResponse.ok()
        .cacheControl(CacheControl.noStore())
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(
            Json.write(
                Map.of("token", token.token(), "expires_at", token.expiresAt(), "linked", true)));
  }
}
