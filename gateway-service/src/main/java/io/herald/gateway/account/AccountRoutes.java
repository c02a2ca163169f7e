package io.herald.gateway.account;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import io.herald.gateway.limit.ReadBody;
import io.herald.gateway.limit.RequestLimits;
import io.herald.gateway.notify.Answers;
import io.herald.runtime.access.Access;
import io.herald.runtime.access.Caller;
import io.herald.runtime.account.AccountsUnknown;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.HandlerFilterFunction;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * The addresses of people's accounts. Whoever asks acts for one person: by their token, or by an
 * API key with the scope {@code account} and {@code ?user=}.
 */
@Configuration(proxyBeanMethods = false)
class AccountRoutes {

  private static final String PATH = "/api/telegram";
  private static final int BODY_BYTES = 16_384;

  @Bean
  RouterFunction<ServerResponse> telegramAccountRoutes(
      AccountDesk desk, Access access, RequestLimits limits) {
    var door = new AccountDoor(desk, new ReadBody(BODY_BYTES));
    return route()
        .GET(PATH + "/link-account", door::link)
        .POST(PATH + "/verify-link", door::verify)
        .POST(PATH + "/verify", door::verify)
        .POST("/verify", door::verify)
        .GET(PATH + "/status", door::status)
        .POST(PATH + "/send-test-message", door::sendTest)
        .POST(PATH + "/unlink-account", door::unlink)
        .POST(PATH + "/unlink", door::unlink)
        .POST("/unlink", door::unlink)
        .GET(PATH + "/preferences", door::preferences)
        .PUT(PATH + "/preferences", door::savePreferences)
        .filter(access.requirePerson())
        .filter(withinLimit(limits))
        .filter(withBot(desk))
        .onError(Answers::isRefusal, (error, _) -> Answers.refused(error))
        .onError(AccountRoutes::isOutage, (error, _) -> AccountAnswers.unavailable(error))
        .build();
  }

  private static HandlerFilterFunction<ServerResponse, ServerResponse> withinLimit(
      RequestLimits limits) {
    return (request, next) ->
        limits
            .personMayGoOn(Caller.person(request))
            .flatMap(mayGoOn -> mayGoOn ? next.handle(request) : AccountAnswers.tooFast());
  }

  private static HandlerFilterFunction<ServerResponse, ServerResponse> withBot(AccountDesk desk) {
    return (request, next) -> desk.isOpen() ? next.handle(request) : AccountAnswers.NO_BOT.answer();
  }

  private static boolean isOutage(Throwable error) {
    return error instanceof AccountsUnknown
        || error instanceof org.apache.kafka.common.KafkaException
        || error instanceof org.springframework.kafka.KafkaException;
  }
}
