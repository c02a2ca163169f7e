package io.herald.runtime.sign;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.runtime.config.InvalidSetting;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What Herald signs with.
 *
 * @param secret {@code HERALD_SIGNING_SECRET}: signs buttons and download links, at least 32
 *     characters, the same for all services; blank: buttons are signed with a key that they share
 *     in Redis, and there are no links
 * @param secretPrevious {@code HERALD_SIGNING_SECRET_PREVIOUS}: buttons and links signed with it
 *     are good as well, while the secret is being changed; none are signed with it
 */
@ConfigurationProperties("herald.signing")
record SigningSettings(@Nullable String secret, @Nullable String secretPrevious) {

  private static final int SHORTEST_SECRET = 32;

  SigningSettings {
    secret = checked("HERALD_SIGNING_SECRET", secret);
    secretPrevious = checked("HERALD_SIGNING_SECRET_PREVIOUS", secretPrevious);
    if (secret.isEmpty() && !secretPrevious.isEmpty()) {
      throw new InvalidSetting(
          "HERALD_SIGNING_SECRET_PREVIOUS", "is of use beside HERALD_SIGNING_SECRET");
    }
  }

  private static String checked(String variable, @Nullable String given) {
    String secret = given == null ? "" : given.strip();
    if (!secret.isEmpty() && secret.length() < SHORTEST_SECRET) {
      throw new InvalidSetting(
          variable, "must have at least 32 characters, such as openssl rand -hex 32 prints");
    }
    return secret;
  }

  /** The key that the secret is; empty when none is set. */
  Optional<byte[]> key() {
    return bytes(secret);
  }

  /** The key that the secret was; empty when none is set. */
  Optional<byte[]> previousKey() {
    return bytes(secretPrevious);
  }

  private static Optional<byte[]> bytes(@Nullable String secret) {
    return Optional.ofNullable(secret).filter(it -> !it.isEmpty()).map(it -> it.getBytes(UTF_8));
  }

  @Override
  public String toString() {
    return "SigningSettings[secret=***, secretPrevious=***]";
  }
}
