package io.herald.gateway.problem;

import io.herald.runtime.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.codec.CodecException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.ErrorResponse;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/**
 * Tells programs what went wrong where no route did: no such address, another method, an error of
 * ours. People with a browser get a page instead, except below {@code /api}.
 */
final class TellProblems implements WebExceptionHandler {

  private static final Logger log = LoggerFactory.getLogger(TellProblems.class);
  private static final Map<HttpStatus, String> DETAILS =
      Map.of(
          HttpStatus.BAD_REQUEST, "the request can't be read",
          HttpStatus.NOT_FOUND, "there is nothing at this address",
          HttpStatus.METHOD_NOT_ALLOWED, "this address does not take that method, see Allow",
          HttpStatus.NOT_ACCEPTABLE, "there is no answer of a type that is accepted",
          HttpStatus.CONTENT_TOO_LARGE, "the body is larger than is let in",
          HttpStatus.UNSUPPORTED_MEDIA_TYPE, "the body's Content-Type is not one that is read here",
          HttpStatus.INTERNAL_SERVER_ERROR, "something is wrong here; the log says what");

  private final AllowedMethods methods;

  TellProblems(AllowedMethods methods) {
    this.methods = methods;
  }

  @Override
  public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
    if (exchange.getResponse().isCommitted()) {
      return Mono.error(error);
    }
    HttpStatus status = status(error);
    boolean taken =
        exchange.getAttributes().containsKey(RouterFunctions.MATCHING_PATTERN_ATTRIBUTE);
    boolean noAddress = status == HttpStatus.NOT_FOUND && !taken;
    if (isForPeople(exchange.getRequest())) {
      // The framework shows them our page, templates/error.
      return noAddress
          ? methods.at(exchange).flatMap(allowed -> Mono.error(noPage(exchange, allowed, error)))
          : Mono.error(error);
    }
    if (status.is5xxServerError()) {
      log.error("{} is answered {}", request(exchange.getRequest()), status.value(), error);
    }
    return noAddress
        ? methods.at(exchange).flatMap(allowed -> tellAddress(exchange, allowed))
        : tell(exchange, status);
  }

  private static Throwable noPage(
      ServerWebExchange exchange, List<HttpMethod> allowed, Throwable error) {
    return allowed.isEmpty()
        ? error
        : new MethodNotAllowedException(exchange.getRequest().getMethod(), allowed);
  }

  private static boolean isForPeople(ServerHttpRequest request) {
    return !request.getPath().value().startsWith("/api")
        && String.valueOf(request.getHeaders().getFirst(HttpHeaders.ACCEPT))
            .contains(MediaType.TEXT_HTML_VALUE);
  }

  private static String request(ServerHttpRequest request) {
    return request.getMethod() + " " + request.getPath().value();
  }

  private static HttpStatus status(Throwable error) {
    return switch (error) {
      case ErrorResponse known -> known(known.getStatusCode());
      case DataBufferLimitException _ -> HttpStatus.CONTENT_TOO_LARGE;
      case CodecException _ -> HttpStatus.BAD_REQUEST;
      case InvalidMediaTypeException _ -> HttpStatus.UNSUPPORTED_MEDIA_TYPE;
      default -> HttpStatus.INTERNAL_SERVER_ERROR;
    };
  }

  private static HttpStatus known(HttpStatusCode code) {
    HttpStatus status = HttpStatus.resolve(code.value());
    return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
  }

  private static Mono<Void> tellAddress(ServerWebExchange exchange, List<HttpMethod> allowed) {
    if (allowed.isEmpty()) {
      return tell(exchange, HttpStatus.NOT_FOUND);
    }
    String names = allowed.stream().map(HttpMethod::name).collect(Collectors.joining(", "));
    exchange.getResponse().getHeaders().set(HttpHeaders.ALLOW, names);
    return tell(exchange, HttpStatus.METHOD_NOT_ALLOWED);
  }

  private static Mono<Void> tell(ServerWebExchange exchange, HttpStatus status) {
    byte[] problem =
        new Problem(status, DETAILS.getOrDefault(status, status.getReasonPhrase())).json();
    ServerHttpResponse response = exchange.getResponse();
    response.setStatusCode(status);
    response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    response.getHeaders().setContentLength(problem.length);
    // To HEAD nothing is written; only completing sends the status then.
    return response
        .writeWith(Mono.just(response.bufferFactory().wrap(problem)))
        .then(Mono.defer(response::setComplete));
  }
}
