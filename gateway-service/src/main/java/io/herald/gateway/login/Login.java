package io.herald.gateway.login;

import java.util.Optional;

/**
 * What pages need to know of logging in.
 *
 * @param isConfigured whether there is a provider to log in at
 * @param base address under which people reach the gateway, without a slash at the end; empty when
 *     it isn't known, which it is where people can log in
 */
public record Login(boolean isConfigured, String base) {

  static final String START = "/oauth2/authorization/" + FindProvider.NAME;
  static final String BACK = "/login/oauth2/code/" + FindProvider.NAME;
  static final String PAGE = "/login";

  /**
   * Where a login begins. The whole address, because the provider sends people back to it: under
   * another name of this host their cookies would be missing there.
   */
  public String start() {
    return base + START;
  }

  /** The login page, for whoever is not logged in. */
  String page() {
    return base + PAGE;
  }

  /** The login page with a word of what happened. */
  String page(Trouble trouble) {
    return page() + "?" + trouble.word();
  }

  /** Whether people come by https. */
  boolean isSecure() {
    return base.startsWith("https:");
  }

  /** Why somebody is at the login page. */
  public enum Trouble {
    /** Their session has ended. */
    EXPIRED,
    /** They have logged out. */
    OUT,
    /** The provider does not answer. */
    PROVIDER,
    /** They, or the provider, said no. */
    DENIED,
    /** The provider did not say who they are, as HERALD_USER_CLAIM asks. */
    CLAIM,
    /** The login was begun elsewhere, or too long ago. */
    STALE,
    /** The provider's answer could not be used. */
    FAILED;

    /** As it stands in the address. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The trouble of that word, if there is one. */
    public static Optional<Trouble> of(String word) {
      return java.util.Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
    }
  }
}
