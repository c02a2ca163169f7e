package io.herald.model.message;

import java.util.Objects;

/**
 * A command that people are offered.
 *
 * @param command its name without the slash, 1 to 32 of {@code a-z0-9_}
 * @param description what it does, 1 to 256 characters
 */
public record MenuCommand(String command, String description) {

  public MenuCommand {
    Objects.requireNonNull(command, "command");
    Objects.requireNonNull(description, "description");
  }
}
