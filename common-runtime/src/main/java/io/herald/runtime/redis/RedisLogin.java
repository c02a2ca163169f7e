package io.herald.runtime.redis;

import io.herald.runtime.config.InvalidSetting;
import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriUtils;

/** Puts a login that comes apart from the address into it, so that the address is no secret. */
final class RedisLogin {

  private RedisLogin() {}

  /**
   * The address with the login in it.
   *
   * @param url {@code REDIS_URL}
   * @param username blank: Redis' default user
   * @param password as it is, not percent-encoded; blank: the address stays as it is
   */
  static String within(String url, String username, String password) {
    if (password.isBlank()) {
      if (!username.isBlank()) {
        throw new InvalidSetting("REDIS_PASSWORD", "is not set, but REDIS_USERNAME is");
      }
      return url;
    }
    if (url.contains("@")) {
      throw new InvalidSetting("REDIS_PASSWORD", "is set, and REDIS_URL has a login as well");
    }
    return url.replaceFirst("://", "://" + encoded(username) + ":" + encoded(password) + "@");
  }

  private static String encoded(String word) {
    return UriUtils.encode(word.strip(), StandardCharsets.UTF_8);
  }
}
