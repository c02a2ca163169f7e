package io.herald.system.stack;

import java.util.List;

/** The secrets of a stack: unlike anything else, so that a leak is found by searching for them. */
public final class Secrets {

  static final String TOKEN = "700100200:SyStEmTeStToKeNnEvErLoGgEdAnYwHeRe0";
  static final String OIDC = "SyStEmTeStClIeNtSeCrEt_0";
  static final String WEBHOOK = "SyStEmTeStWeBhOoKsEcReT_0";

  private Secrets() {}

  /** Texts that no log may hold: each secret, and the token's half that is not the bot's id. */
  public static List<String> all() {
    return List.of(TOKEN, TOKEN.substring(TOKEN.indexOf(':') + 1), WEBHOOK, OIDC);
  }
}
