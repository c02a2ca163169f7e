package io.herald.runtime.sign;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.runtime.config.InvalidSetting;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What Herald signs with.
 *
 * @param secret {@code HERALD_SIGNING_SECRET}, at least 32 characters, the same for all services;
 *     blank: a key that they share in Redis
 */
@ConfigurationProperties("herald.signing")
record SigningSettings(@Nullable String secret) {

  private static final int SHORTEST_SECRET = 32;

  SigningSettings {
    secret = secret == null ? "" : secret.strip();
    if (!secret.isEmpty() && secret.length() < SHORTEST_SECRET) {
      throw new InvalidSetting(
          "HERALD_SIGNING_SECRET",
          "must have at least 32 characters, such as openssl rand -hex 32 prints");
    }
  }

  /** The key that the secret is; empty when none is set. */
  Optional<byte[]> key() {
    return Optional.ofNullable(secret).filter(it -> !it.isEmpty()).map(it -> it.getBytes(UTF_8));
  }

  @Override
  public String toString() {
    return "SigningSettings[secret=***]";
  }
}
