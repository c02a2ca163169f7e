package io.herald.gateway.miniapp;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import io.herald.gateway.limit.ClientAddress;
import io.herald.gateway.limit.RequestLimits;
import io.herald.runtime.access.MintToken;
import io.herald.runtime.account.Accounts;
import io.herald.runtime.account.AccountsUnknown;
import io.herald.runtime.config.Bots;
import io.herald.runtime.problem.Problem;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.HandlerFilterFunction;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Wires sessions of Mini Apps. */
@Configuration(proxyBeanMethods = false)
class MiniAppConfiguration {

  private static final Problem NO_BOT =
      new Problem(
          HttpStatus.BAD_REQUEST,
          "no Telegram bot is configured: set TELEGRAM_BOT_TOKEN to the token that BotFather"
              + " gives");
  private static final Problem NO_SECRET =
      new Problem(
          HttpStatus.BAD_REQUEST,
          "Mini Apps get no sessions, because HERALD_JWT_SECRET is not set to sign tokens with");

  @Bean
  RouterFunction<ServerResponse> miniAppRoutes(
      MiniAppSettings settings,
      Bots bots,
      Accounts accounts,
      MintToken mint,
      ClientAddress clients,
      RequestLimits limits) {
    var check = new CheckInitData(signatures(settings, bots), settings.maxAge());
    var open =
        new OpenSession(
            check,
            accounts,
            bots.bots().keySet().stream().sorted().toList(),
            mint,
            Clock.systemUTC());
    var door = new SessionDoor(open, clients, limits);
    return route()
        .POST("/api/telegram/miniapp/session", door::open)
        .filter(unless(bots.isEmpty(), NO_BOT))
        .filter(unless(!mint.isPossible(), NO_SECRET))
        .onError(AccountsUnknown.class, (error, _) -> unknown(error))
        .build();
  }

  private static List<Signature> signatures(MiniAppSettings settings, Bots bots) {
    return Stream.<Signature>concat(
            bots.bots().values().stream().map(bot -> new BotSignature(bot.token())),
            settings.botIds().stream().map(id -> new TelegramSignature(id, settings.key())))
        .toList();
  }

  private static HandlerFilterFunction<ServerResponse, ServerResponse> unless(
      boolean broken, Problem problem) {
    return (request, next) -> broken ? problem.answer() : next.handle(request);
  }

  private static Mono<ServerResponse> unknown(Throwable error) {
    return new Problem(
            HttpStatus.SERVICE_UNAVAILABLE, "accounts can't be looked at: " + error.getMessage())
        .answer(Map.of(HttpHeaders.RETRY_AFTER, "2"));
  }
}
