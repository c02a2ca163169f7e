package io.herald.emulator.web;

import io.herald.emulator.api.Answer;
import io.herald.emulator.api.BotApi;
import io.herald.emulator.api.Parameters;
import io.herald.emulator.api.Reply;
import io.herald.emulator.chat.Files;
import io.herald.emulator.chat.StoredFile;
import io.herald.emulator.update.Bots;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.UriUtils;
import reactor.core.publisher.Mono;

/**
 * Serves {@code /bot{token}/{method}} and {@code /file/bot{token}/{path}}. A filter, so that these
 * paths, which hold tokens, reach neither error pages nor their logs.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class BotApiEndpoint implements WebFilter {
  private static final Logger LOG = LoggerFactory.getLogger(BotApiEndpoint.class);
  private static final String CALL = "/bot";
  private static final String FILE = "/file/bot";
  private static final Answer NOT_FOUND = Answer.error(404, "Not Found");

  private final BotApi api;
  private final Bots bots;
  private final Files files;
  private final WriteReply write = new WriteReply();

  BotApiEndpoint(BotApi api, Bots bots, Files files) {
    this.api = api;
    this.bots = bots;
    this.files = files;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    String path = exchange.getRequest().getPath().value();
    if (path.startsWith(CALL)) {
      return call(exchange, path.substring(CALL.length()));
    }
    return path.startsWith(FILE)
        ? file(exchange, path.substring(FILE.length()))
        : chain.filter(exchange);
  }

  private Mono<Void> call(ServerWebExchange exchange, String rest) {
    int slash = rest.lastIndexOf('/');
    String verb = exchange.getRequest().getMethod().name();
    if (slash < 0 || !(verb.equals("GET") || verb.equals("POST"))) {
      return write.answer(exchange, NOT_FOUND);
    }
    String token = decode(rest.substring(0, slash));
    String method = decode(rest.substring(slash + 1));
    String trace = exchange.getRequest().getHeaders().getFirst("traceparent");
    return ReadParameters.read(exchange)
        .flatMap(parameters -> reply(token, method, parameters, trace))
        .onErrorResume(failure -> Mono.just(new Reply.Answered(unreadable(failure))))
        .flatMap(reply -> write.reply(exchange, reply));
  }

  private Mono<Reply> reply(
      String token, String method, Parameters parameters, @Nullable String trace) {
    return api.call(token, method, parameters, trace);
  }

  private static Answer unreadable(Throwable failure) {
    if (failure instanceof DataBufferLimitException) {
      return Answer.error(413, "Request Entity Too Large");
    }
    LOG.debug("Answered 400: the body of a call could not be read", failure);
    return Answer.error(400, "Bad Request: can't read the request");
  }

  private Mono<Void> file(ServerWebExchange exchange, String rest) {
    int slash = rest.indexOf('/');
    String token = slash < 0 ? "" : decode(rest.substring(0, slash));
    boolean known = Bots.isWellFormed(token) && bots.byToken(token) != null;
    StoredFile file = known ? files.byPath(decode(rest.substring(slash + 1))) : null;
    return file == null ? write.answer(exchange, NOT_FOUND) : write.file(exchange, file);
  }

  private static String decode(String part) {
    try {
      return part.indexOf('%') < 0 ? part : UriUtils.decode(part, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      return "";
    }
  }
}
