package io.herald.runtime.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells from the claims of a token what its person or program may do. {@code scope} or {@code scp}
 * (words, or a list) and {@code roles} (a list) hold scopes by their words; others are ignored. No
 * scope implies another, but the role {@code admin} is all of them.
 */
public final class ClaimedScopes {

  private static final String ADMIN_ROLE = "admin";

  private ClaimedScopes() {}

  /** The scopes that those claims hold. */
  public static Set<Scope> of(Map<String, ?> claims) {
    if (words(claims.get("roles")).anyMatch(ADMIN_ROLE::equals)) {
      return EnumSet.allOf(Scope.class);
    }
    var scopes = EnumSet.noneOf(Scope.class);
    Stream.of("scope", "scp", "roles")
        .flatMap(claim -> words(claims.get(claim)))
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
