package io.herald.bot.account;

import io.herald.runtime.config.InvalidSetting;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where people find Herald's page.
 *
 * @param publicBaseUrl the gateway's address, where people find the page and files; empty: texts
 *     name none
 */
@ConfigurationProperties("herald")
record PageAddress(String publicBaseUrl) {

  PageAddress(@Nullable String publicBaseUrl) {
    this.publicBaseUrl = publicBaseUrl == null ? "" : publicBaseUrl.strip().replaceAll("/+$", "");
    if (!this.publicBaseUrl.isEmpty() && !isWebAddress(this.publicBaseUrl)) {
      throw new InvalidSetting(
          "PUBLIC_BASE_URL", "must be an address such as https://bot.example.org");
    }
  }

  private static boolean isWebAddress(String url) {
    try {
      URI uri = URI.create(url);
      return uri.getHost() != null
          && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** For a sentence that ends with where to go: {@code at https://bot.example.org}. */
  String place() {
    return publicBaseUrl.isEmpty() ? "on Herald's page" : "at " + publicBaseUrl;
  }
}
