package io.herald.runtime.access;

import org.springframework.security.oauth2.jwt.JwtException;

/** The issuer's keys can't be had at the moment, so that nothing can be said about a token. */
final class IssuerGone extends JwtException {

  private static final long serialVersionUID = 1L;

  IssuerGone(String message) {
    super(message);
  }
}
