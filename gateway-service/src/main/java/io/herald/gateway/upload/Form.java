package io.herald.gateway.upload;

import java.util.Map;
import java.util.Optional;

/**
 * What was filled in.
 *
 * @param fields values by name
 * @param file the file that came along, by the name of its field; empty: none
 */
public record Form(Map<String, String> fields, Optional<Map.Entry<String, Upload>> file) {

  /** Nothing but fields. */
  public Form(Map<String, String> fields) {
    this(fields, Optional.empty());
  }

  /** Copies. */
  public Form {
    fields = Map.copyOf(fields);
  }
}
