package io.herald.system.stack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The secrets of a stack: unlike anything else, so that a leak is found by searching for them. */
public final class Secrets {

  static final String TOKEN = "700100200:SyStEmTeStToKeNnEvErLoGgEdAnYwHeRe0";
  static final String OIDC = "SyStEmTeStClIeNtSeCrEt_0";
  static final String WEBHOOK = "SyStEmTeStWeBhOoKsEcReT_0";

  /** A program that may do everything but operate. */
  public static final String KEY = "SyStEmTeStKeY-of-a-program-0123456789abcdef";

  /** A program that may only look. */
  public static final String READER = "SyStEmTeStKeY-of-a-reader-0123456789abcdef";

  static final String JWT = "SyStEmTeStJwTsEcReT-0123456789abcdef-0123456789";

  static final String SIGNING = "SyStEmTeStSiGnInGsEcReT-0123456789abcdef-0123456";

  private Secrets() {}

  /** {@code HERALD_API_KEYS} with both programs. */
  static String apiKeys() {
    return "tests="
        + hash(KEY)
        + ":notify.send+notify.read+account;reader="
        + hash(READER)
        + ":notify.read";
  }

  private static String hash(String key) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Texts that no log may hold: each secret, and the token's half that is not the bot's id. */
  public static List<String> all() {
    return List.of(
        TOKEN, TOKEN.substring(TOKEN.indexOf(':') + 1), WEBHOOK, OIDC, KEY, READER, JWT, SIGNING);
  }
}
