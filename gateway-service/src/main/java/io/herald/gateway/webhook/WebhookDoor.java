package io.herald.gateway.webhook;

import io.herald.model.json.Json;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Mono;

/**
 * The webhook's place in WebFlux: in front of handler mappings, codecs and filters, none of which
 * an update needs. Everything else goes on to them.
 */
final class WebhookDoor implements HttpHandler {

  /** The webhook's path up to the bot's name. */
  static final String PATH = "/telegram/webhook/";

  private static final String ALIAS = "/api/telegram/webhook";
  private static final String ALIAS_BOT = "main";

  private final HttpHandler others;
  private final ReceiveWebhook webhook;
  private final CountAnswers answers;

  WebhookDoor(HttpHandler others, ReceiveWebhook webhook, CountAnswers answers) {
    this.others = others;
    this.webhook = webhook;
    this.answers = answers;
  }

  @Override
  public Mono<Void> handle(ServerHttpRequest request, ServerHttpResponse response) {
    String path = request.getURI().getRawPath();
    if (path.startsWith(PATH)) {
      return receive(path.substring(PATH.length()), request, response);
    }
    return path.equals(ALIAS)
        ? receive(ALIAS_BOT, request, response)
        : others.handle(request, response);
  }

  private Mono<Void> receive(String bot, ServerHttpRequest request, ServerHttpResponse response) {
    return webhook
        .receive(bot, request)
        .doOnNext(answers::count)
        .doOnError(_ -> answers.failed())
        .flatMap(answer -> write(answer, response));
  }

  private static Mono<Void> write(Answer answer, ServerHttpResponse response) {
    if (answer == Answer.OK) {
      // A response that nobody touched is 200 without a body; completing it by hand costs more.
      return Mono.empty();
    }
    HttpHeaders headers = response.getHeaders();
    response.setStatusCode(HttpStatusCode.valueOf(answer.status()));
    answer
        .retryAfter()
        .ifPresent(d -> headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(d.toSeconds())));
    if (answer.status() == 405) {
      headers.set(HttpHeaders.ALLOW, "POST");
    }
    byte[] problem = problem(answer);
    headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    headers.setContentLength(problem.length);
    // To HEAD nothing is written; only completing sends the status then.
    return response
        .writeWith(Mono.just(response.bufferFactory().wrap(problem)))
        .then(Mono.defer(response::setComplete));
  }

  // RFC 9457.
  private static byte[] problem(Answer answer) {
    return Json.write(
        Map.of(
            "title", HttpStatus.valueOf(answer.status()).getReasonPhrase(),
            "status", answer.status(),
            "detail", answer.detail()));
  }
}
