package io.herald.gateway.login;

/** The provider does not answer, or not as a provider does. */
final class ProviderGone extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ProviderGone(String problem, Throwable cause) {
    super(problem, cause);
  }

  ProviderGone(String problem) {
    super(problem);
  }
}
