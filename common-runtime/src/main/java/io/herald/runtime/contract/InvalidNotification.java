package io.herald.runtime.contract;

import java.util.List;

/** A notification that is not as the contract wants it; its message names every violated path. */
public final class InvalidNotification extends InvalidRecord {

  /**
   * It is not as the contract wants it.
   *
   * @param violations all that is wrong, at least one
   */
  public InvalidNotification(List<Violation> violations) {
    super(violations);
  }
}
