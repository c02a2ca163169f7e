package io.herald.gateway.download;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

/** Tells browsers to save a file, and under which name (RFC 6266). */
final class Attachment {

  private Attachment() {}

  /** The value of {@code Content-Disposition}; the plain name is for those that know no other. */
  static String named(String name) {
    String plain = name.replaceAll("[^\\x20-\\x7e]|[\"\\\\%]", "_");
    String exact = URLEncoder.encode(name, UTF_8).replace("+", "%20").replace("*", "%2A");
    return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + exact;
  }
}
