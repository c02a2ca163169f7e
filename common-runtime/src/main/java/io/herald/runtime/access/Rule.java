package io.herald.runtime.access;

import io.herald.runtime.problem.Problem;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;

/** Decides whether a caller who is known may go on, and as whom. */
interface Rule {

  /** The query parameter in which a program says for whom it acts. */
  String USER = "user";

  Ruling on(Proof.Known known, ServerRequest request);

  /** What a rule decides. */
  sealed interface Ruling {}

  /** Goes on as that caller. */
  record Allowed(Caller caller) implements Ruling {}

  /** Is answered with that problem. */
  record Refused(Problem problem) implements Ruling {}

  /** Whoever has that scope. */
  static Rule scope(Scope scope) {
    return (known, _) ->
        known.caller().may(scope)
            ? new Allowed(known.caller())
            : refused(HttpStatus.FORBIDDEN, known.by() + " lacks the scope " + scope.word());
  }

  /** Whoever acts for one person. */
  static Rule person() {
    return (known, request) ->
        known.caller().user().isPresent()
            ? ownUser(known.caller(), request.queryParam(USER))
            : otherUser(known, request.queryParam(USER));
  }

  /** Whoever is a person, or has that scope. */
  static Rule personOr(Scope scope) {
    return (known, request) ->
        known.caller().user().isPresent()
            ? new Allowed(known.caller())
            : scope(scope).on(known, request);
  }

  private static Ruling ownUser(Caller caller, Optional<String> wanted) {
    return wanted.isEmpty() || wanted.equals(caller.user())
        ? new Allowed(caller)
        : refused(HttpStatus.FORBIDDEN, "a token acts for its own user only");
  }

  private static Ruling otherUser(Proof.Known known, Optional<String> wanted) {
    if (!known.caller().may(Scope.ACCOUNT)) {
      return refused(
          HttpStatus.FORBIDDEN,
          known.by() + " names no user, and lacks the scope account to act for one");
    }
    return wanted
        .filter(Caller::isUser)
        .<Ruling>map(user -> new Allowed(known.caller().actingFor(user)))
        .orElseGet(() ->
            refused(
                HttpStatus.BAD_REQUEST,
                "say for whom in the parameter user: ?user=<id>, up to 128 visible characters"));
  }

  private static Ruling refused(HttpStatus status, String detail) {
    return new Refused(new Problem(status, detail));
  }
}
