package io.herald.runtime.access;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.server.HandlerFilterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * Tells who calls: a program by its key in {@code X-API-Key}, a person or a program by a bearer
 * token. Where both are sent, the key alone counts. Handlers ask {@link Caller#of}.
 */
public final class Access {

  private static final String API_KEY = "X-API-Key";
  private static final String BEARER = "Bearer ";

  private final ApiKeys keys;
  private final Tokens tokens;

  Access(ApiKeys keys, Tokens tokens) {
    this.keys = keys;
    this.tokens = tokens;
  }

  /** Lets through whoever has that scope, and answers everybody else. */
  public HandlerFilterFunction<ServerResponse, ServerResponse> require(Scope scope) {
    return new Guard(this, Rule.scope(scope));
  }

  /**
   * Lets through whoever acts for one person: a token acts for its own user; an API key with the
   * scope {@code account} for the one in the parameter {@code user}. {@link Caller#user()} of the
   * request's caller is present then.
   */
  public HandlerFilterFunction<ServerResponse, ServerResponse> requirePerson() {
    return new Guard(this, Rule.person());
  }

  /**
   * Lets through whoever has a token with a user, as that person, and whoever has that scope. What
   * the two may see is up to the handler: {@link Caller#user()} tells.
   */
  public HandlerFilterFunction<ServerResponse, ServerResponse> requirePersonOr(Scope scope) {
    return new Guard(this, Rule.personOr(scope));
  }

  /**
   * The program whose API key is sent along, if it has that scope: for doors that stand before
   * routes. Whoever is not found here is told why by {@link #require}.
   */
  public Optional<Caller> program(HttpHeaders headers, Scope scope) {
    return Optional.ofNullable(headers.getFirst(API_KEY))
        .flatMap(keys::find)
        .filter(caller -> caller.may(scope));
  }

  /** Whether no kind of proof is configured, so that nobody could be let in. */
  boolean isClosed() {
    return keys.isEmpty() && !tokens.areAccepted();
  }

  /** The kinds of proof that are configured, as {@code WWW-Authenticate} names them. */
  String challenge(String bearerDetails) {
    return Stream.of(
            keys.isEmpty() ? "" : "ApiKey realm=\"herald\"",
            tokens.areAccepted() ? "Bearer realm=\"herald\"" + bearerDetails : "")
        .filter(scheme -> !scheme.isEmpty())
        .collect(Collectors.joining(", "));
  }

  /** What to send for a proof, for a person. */
  String whatToSend() {
    return Stream.of(
            keys.isEmpty() ? "" : "a valid API key in the header X-API-Key",
            tokens.areAccepted() ? "a bearer token in the header Authorization" : "")
        .filter(way -> !way.isEmpty())
        .collect(Collectors.joining(" or "));
  }

  /** What the request proves. */
  Mono<Proof> proof(ServerRequest request) {
    return Mono.deferContextual(context ->
        Caller.vouched(context)
            .<Mono<Proof>>map(caller -> Mono.just(new Proof.Known(caller, caller.name())))
            .orElseGet(() -> proven(request)));
  }

  private Mono<Proof> proven(ServerRequest request) {
    String key = request.headers().firstHeader(API_KEY);
    if (key != null) {
      return Mono.just(
          keys.find(key)
              .<Proof>map(caller -> new Proof.Known(caller, "the API key " + caller.name()))
              .orElseGet(Proof.WrongKey::new));
    }
    return bearer(request).map(tokens::read).orElseGet(() -> Mono.just(Proof.NOTHING));
  }

  private static Optional<String> bearer(ServerRequest request) {
    return Optional.ofNullable(request.headers().firstHeader(HttpHeaders.AUTHORIZATION))
        .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
        .map(value -> value.substring(BEARER.length()).strip());
  }
}
