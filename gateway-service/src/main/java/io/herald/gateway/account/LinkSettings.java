package io.herald.gateway.account;

import io.herald.runtime.config.InvalidSetting;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where people are sent to when they want to link.
 *
 * @param telegramLinkUrl address before the bot's name in a deep link, without a slash at its end;
 *     empty: Telegram's own. Another one is of use with an emulator
 */
@ConfigurationProperties("herald")
record LinkSettings(@DefaultValue("") String telegramLinkUrl) {

  // https://core.telegram.org/bots/features#deep-linking
  private static final String TELEGRAM = "https://t.me";

  LinkSettings {
    String url = telegramLinkUrl.strip().replaceAll("/+$", "");
    telegramLinkUrl = url.isEmpty() ? TELEGRAM : url;
    if (!isAddress(telegramLinkUrl)) {
      throw new InvalidSetting(
          "HERALD_TELEGRAM_LINK_URL", "must be an address such as " + TELEGRAM);
    }
  }

  private static boolean isAddress(String url) {
    try {
      URI uri = URI.create(url);
      return uri.getHost() != null
          && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
          && uri.getQuery() == null
          && uri.getFragment() == null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  String deepLink(String bot, String token) {
    return telegramLinkUrl + '/' + bot + "?start=" + token;
  }
}
