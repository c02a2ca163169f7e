package io.herald.runtime.config;

/** A setting that stops the start; the message is the one line that the operator sees. */
public final class InvalidSetting extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param name the environment variable or property as the operator wrote it
   * @param problem what is wrong and what to write instead; never the value of a secret
   */
  public InvalidSetting(String name, String problem) {
    super(name + ": " + problem);
  }
}
