package io.herald.runtime.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Tells from a token's claims who calls. {@code scope} or {@code scp} (words, or a list) and {@code
 * roles} (a list) hold scopes by their words; others are ignored. No scope implies another, but the
 * role {@code admin} is all of them.
 */
final class TokenCaller {

  private static final String ADMIN_ROLE = "admin";

  private final String userClaim;

  /**
   * @param userClaim names the person; a token without it is a program's
   */
  TokenCaller(String userClaim) {
    this.userClaim = userClaim;
  }

  Proof of(Jwt token) {
    Optional<String> user = user(token.getClaims().get(userClaim));
    return user(token.getSubject())
        .or(() -> user)
        .<Proof>map(name -> new Proof.Known(new Caller(name, scopes(token), user), "the token"))
        .orElseGet(() -> new Proof.WrongToken("the bearer token names neither subject nor user"));
  }

  private static Optional<String> user(@Nullable Object claim) {
    return claim instanceof String id && Caller.isUser(id) ? Optional.of(id) : Optional.empty();
  }

  private static Set<Scope> scopes(Jwt token) {
    if (words(token.getClaims().get("roles")).anyMatch(ADMIN_ROLE::equals)) {
      return EnumSet.allOf(Scope.class);
    }
    var scopes = EnumSet.noneOf(Scope.class);
    Stream.of("scope", "scp", "roles")
        .flatMap(claim -> words(token.getClaims().get(claim)))
        .flatMap(word -> Scope.of(word).stream())
        .forEach(scopes::add);
    return scopes;
  }

  private static Stream<String> words(@Nullable Object claim) {
    return switch (claim) {
      case String text -> Arrays.stream(text.split(" "));
      case Collection<?> list ->
          list.stream().filter(String.class::isInstance).map(String.class::cast);
      case null, default -> Stream.empty();
    };
  }
}
