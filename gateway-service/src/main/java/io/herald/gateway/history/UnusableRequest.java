package io.herald.gateway.history;

import io.herald.runtime.contract.Violation;
import java.util.List;

/** A request whose parameters can't be followed. */
final class UnusableRequest extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Violation> errors;

  /**
   * @param errors what is wrong with which parameter, at least one
   */
  UnusableRequest(List<Violation> errors) {
    super("unusable", null, false, false);
    this.errors = List.copyOf(errors);
  }

  List<Violation> errors() {
    return errors;
  }
}
