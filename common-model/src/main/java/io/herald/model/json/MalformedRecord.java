package io.herald.model.json;

import org.jspecify.annotations.Nullable;

/** The bytes of a record are not what its topic promises: a dead letter, never a retry. */
public class MalformedRecord extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message what is wrong with the record
   * @param cause the parser's error, if there is one
   */
  public MalformedRecord(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
