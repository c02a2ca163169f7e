package io.herald.runtime.access;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The API keys that are let in.
 *
 * @param keys {@code HERALD_API_KEYS}: {@code name=<sha256 hex of the key>:scope+scope}, several by
 *     {@code ;}, the hash as {@code printf %s "$KEY" | sha256sum} prints it; scopes {@code
 *     notify.send}, {@code notify.read}, {@code account}, {@code admin}; blank: nobody gets in by a
 *     key
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
