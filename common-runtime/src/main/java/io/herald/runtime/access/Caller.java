package io.herald.runtime.access;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/**
 * Who calls, once that is proven.
 *
 * @param name the API key's name or the token's subject; no secret
 * @param scopes what the caller may do
 * @param user the person of Herald for whom the caller acts; empty: a program on its own behalf
 */
public record Caller(String name, Set<Scope> scopes, Optional<String> user) {

  private static final String ATTRIBUTE = Caller.class.getName();
  // As the contract has it for recipients: see notification-requested.schema.json.
  private static final Pattern USER =
      Pattern.compile(
          "[^\\u0000-\\u0020\\u007f-\\u00a0\\u2000-\\u200f\\u2028-\\u202f\\u205f-\\u206f"
              + "\\u3000\\ufeff]{1,128}");
  private static final String VOUCHED = ATTRIBUTE + ".vouched";

  public Caller {
    scopes = Set.copyOf(scopes);
  }

  /** A program on its own behalf. */
  public Caller(String name, Set<Scope> scopes) {
    this(name, scopes, Optional.empty());
  }

  /**
   * The name, told apart from the same name of somebody of another kind: {@code person:ann}, {@code
   * program:shop}. People do not choose the names of programs, but may have one as theirs.
   */
  public String kindAndName() {
    return (user.isPresent() ? "person:" : "program:") + name;
  }

  /** Whether the caller may do that. */
  public boolean may(Scope scope) {
    return scopes.contains(scope);
  }

  /** The same caller on that person's behalf. */
  Caller actingFor(String user) {
    return new Caller(name, scopes, Optional.of(user));
  }

  /** Whether that can be somebody's id: 1 to 128 visible characters without a space. */
  public static boolean isUser(String id) {
    return USER.matcher(id).matches();
  }

  /** Who sent a request that one of {@link Access}' filters has let through. */
  public static Optional<Caller> of(ServerRequest request) {
    return request.attribute(ATTRIBUTE).map(Caller.class::cast);
  }

  /** The person for whom a request acts that {@link Access#requirePerson} has let through. */
  public static String person(ServerRequest request) {
    return of(request).flatMap(Caller::user).orElseThrow();
  }

  /**
   * Makes this caller known for a request that came in by a way that is guarded itself, such as a
   * socket with file permissions: no further proof is asked for.
   *
   * @param handling what handles the request
   */
  public Mono<Void> vouchFor(Mono<Void> handling) {
    return handling.contextWrite(context -> context.put(VOUCHED, this));
  }

  /** Who was {@linkplain #vouchFor vouched for}. */
  static Optional<Caller> vouched(ContextView context) {
    return context.getOrEmpty(VOUCHED);
  }

  void attachTo(ServerRequest request) {
    request.attributes().put(ATTRIBUTE, this);
  }
}
