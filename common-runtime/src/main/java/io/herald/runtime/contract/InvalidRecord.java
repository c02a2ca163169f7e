package io.herald.runtime.contract;

import io.herald.model.json.MalformedRecord;
import java.util.List;
import java.util.stream.Collectors;

/** A record that is not as its contract wants it; its message names every violated path. */
public class InvalidRecord extends MalformedRecord {

  private final transient List<Violation> violations;

  /**
   * It is not as the contract wants it.
   *
   * @param violations all that is wrong, at least one
   */
  public InvalidRecord(List<Violation> violations) {
    super(
        violations.stream()
            .map(it -> (it.path().isEmpty() ? "/" : it.path()) + ' ' + it.problem())
            .collect(Collectors.joining("; ")),
        null);
    this.violations = List.copyOf(violations);
  }

  /** All that is wrong, at least one. */
  public List<Violation> violations() {
    return violations;
  }
}
