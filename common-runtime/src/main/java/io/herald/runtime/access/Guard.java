package io.herald.runtime.access;

import io.herald.runtime.problem.Problem;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.HandlerFilterFunction;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * Stands before routes: 401 for a caller who is not known, 403 for one who may not do that, and for
 * everybody while no kind of proof is configured.
 *
 * <p>The tokens' issuer is gone: 503 for who shows a token that needs it; API keys go on.
 */
final class Guard implements HandlerFilterFunction<ServerResponse, ServerResponse> {

  private static final Problem CLOSED =
      new Problem(
          HttpStatus.FORBIDDEN,
          "closed, because neither HERALD_API_KEYS nor HERALD_JWT_SECRET or HERALD_JWT_ISSUER_URI"
              + " is set: put name=<hash>:admin into the first, the hash being what printf %s"
              + " \"$KEY\" | sha256sum prints for a long random key");
  private static final Problem UNAVAILABLE =
      new Problem(
          HttpStatus.SERVICE_UNAVAILABLE,
          "the issuer of tokens does not answer, so this one can't be checked; try again later");
  private static final Map<String, String> SOON = Map.of(HttpHeaders.RETRY_AFTER, "5");

  private final Access access;
  private final Rule rule;

  Guard(Access access, Rule rule) {
    this.access = access;
    this.rule = rule;
  }

  @Override
  public Mono<ServerResponse> filter(ServerRequest request, HandlerFunction<ServerResponse> next) {
    return access.proof(request).flatMap(proof -> answer(proof, request, next));
  }

  private Mono<ServerResponse> answer(
      Proof proof, ServerRequest request, HandlerFunction<ServerResponse> next) {
    return switch (proof) {
      case Proof.Known known -> let(known, request, next);
      case Proof _ when access.isClosed() -> CLOSED.answer();
      case Proof.Nothing _, Proof.WrongKey _ -> unknown("send " + access.whatToSend(), "");
      case Proof.WrongToken(String why) -> unknown(why, ", error=\"invalid_token\"");
      case Proof.Unavailable _ -> UNAVAILABLE.answer(SOON);
    };
  }

  private Mono<ServerResponse> unknown(String detail, String bearerDetails) {
    return new Problem(HttpStatus.UNAUTHORIZED, detail)
        .answer(Map.of(HttpHeaders.WWW_AUTHENTICATE, access.challenge(bearerDetails)));
  }

  private Mono<ServerResponse> let(
      Proof.Known known, ServerRequest request, HandlerFunction<ServerResponse> next) {
    return switch (rule.on(known, request)) {
      case Rule.Refused(Problem problem) -> problem.answer();
      case Rule.Allowed(Caller caller) -> {
        caller.attachTo(request);
        yield next.handle(request);
      }
    };
  }
}
