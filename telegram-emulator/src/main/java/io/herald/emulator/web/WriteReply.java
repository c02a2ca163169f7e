package io.herald.emulator.web;

import io.herald.emulator.api.Answer;
import io.herald.emulator.api.Reply;
import io.herald.emulator.chat.StoredFile;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerResponse;
import tools.jackson.databind.json.JsonMapper;

/** Writes answers, and breaks connections where a fault wants it. */
final class WriteReply {
  private static final JsonMapper JSON = JsonMapper.shared();

  Mono<Void> reply(ServerWebExchange exchange, Reply reply) {
    return switch (reply) {
      case Reply.Answered(Answer answer) -> answer(exchange, answer);
      case Reply.HtmlPage(int status) -> html(exchange, status);
      case Reply.Hanging hanging -> Mono.never();
      case Reply.Cut cut -> cut(exchange);
    };
  }

  Mono<Void> answer(ServerWebExchange exchange, Answer answer) {
    if (answer.retryAfter() > 0) {
      HttpHeaders headers = exchange.getResponse().getHeaders();
      headers.set("Retry-After", Integer.toString(answer.retryAfter()));
    }
    byte[] body = JSON.writeValueAsBytes(answer.toJson());
    return write(exchange, answer.status(), "application/json", body);
  }

  Mono<Void> file(ServerWebExchange exchange, StoredFile file) {
    HttpHeaders headers = exchange.getResponse().getHeaders();
    headers.set("Content-Disposition", "attachment");
    headers.set("X-Content-Type-Options", "nosniff");
    return write(exchange, 200, "application/octet-stream", file.bytes());
  }

  private Mono<Void> html(ServerWebExchange exchange, int status) {
    String page =
        "<html>\r\n<head><title>%d Bad Gateway</title></head>\r\n<body>\r\n<center><h1>%d Bad Gateway</h1></center>\r\n</body>\r\n</html>\r\n"
            .formatted(status, status);
    return write(exchange, status, "text/html", page.getBytes(StandardCharsets.UTF_8));
  }

  private static Mono<Void> write(
      ServerWebExchange exchange, int status, String type, byte[] body) {
    ServerHttpResponse response = exchange.getResponse();
    response.setStatusCode(HttpStatusCode.valueOf(status));
    response.getHeaders().set(HttpHeaders.CONTENT_TYPE, type);
    response.getHeaders().setContentLength(body.length);
    return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
  }

  /** Closes the connection; the exchange ends when the server notices. */
  private static Mono<Void> cut(ServerWebExchange exchange) {
    HttpServerResponse netty =
        ServerHttpResponseDecorator.getNativeResponse(exchange.getResponse());
    netty.withConnection(connection -> connection.channel().close());
    return Mono.never();
  }
}
