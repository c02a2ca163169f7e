package io.herald.runtime.access;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The API keys that are let in.
 *
 * @param keys {@code HERALD_API_KEYS}: {@code name=<sha256 hex of the key>:scope+scope}, several by
 *     {@code ;}; blank: none
 */
@ConfigurationProperties("herald.api")
record ApiKeySettings(@Nullable String keys) {

  static final String VARIABLE = "HERALD_API_KEYS";

  ApiKeySettings {
    ApiKeys.parse(VARIABLE, keys);
  }

  ApiKeys parsed() {
    return ApiKeys.parse(VARIABLE, keys);
  }

  @Override
  public String toString() {
    return "ApiKeySettings[keys=***]";
  }
}
