package io.herald.runtime.sign;

/** The key that all services sign with. */
interface SigningKey {

  /** The key's bytes, at least 32. */
  byte[] bytes();

  /** Whether an operator has set it: then it is the same tomorrow. */
  boolean isConfigured();

  /** The key that was set. */
  static SigningKey configured(byte[] secret) {
    return new SigningKey() {
      @Override
      public byte[] bytes() {
        return secret;
      }

      @Override
      public boolean isConfigured() {
        return true;
      }
    };
  }
}
