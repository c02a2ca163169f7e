package io.herald.model.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;

/**
 * The commands that people are offered while they type.
 *
 * @param scope who is offered them
 * @param commands at most 100, in their order; empty: none in particular
 */
public record CommandMenu(Scope scope, List<MenuCommand> commands) implements Content {

  public CommandMenu {
    Objects.requireNonNull(scope, "scope");
    commands = commands == null ? List.of() : List.copyOf(commands);
  }

  /** Who is offered commands; the narrower counts. */
  public enum Scope {
    /** Everybody. The message's chat is the bot's own id: it is sent to no chat. */
    @JsonProperty("default")
    DEFAULT,
    /** The message's chat. */
    @JsonProperty("chat")
    CHAT
  }
}
