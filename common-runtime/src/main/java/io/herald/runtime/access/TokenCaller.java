package io.herald.runtime.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/** Tells from a token's claims who calls; what they may do is told by {@link ClaimedScopes}. */
final class TokenCaller {

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
        .<Proof>map(name ->
            new Proof.Known(
                new Caller(name, ClaimedScopes.of(token.getClaims()), user), "the token"))
        .orElseGet(() -> new Proof.WrongToken("the bearer token names neither subject nor user"));
  }

  private static Optional<String> user(@Nullable Object claim) {
    return claim instanceof String id && Caller.isUser(id) ? Optional.of(id) : Optional.empty();
  }
}
