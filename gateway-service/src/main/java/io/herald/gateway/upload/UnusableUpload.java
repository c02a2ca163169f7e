package io.herald.gateway.upload;

/** What came in is no upload; the message says why and what to do, for the sender. */
public final class UnusableUpload extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** It can't be used, for that reason. */
  public UnusableUpload(String message) {
    super(message, null, false, false);
  }
}
