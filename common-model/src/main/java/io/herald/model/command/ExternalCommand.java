package io.herald.model.command;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may use the bot sent a command that Herald does not own; on {@code herald.commands}
 * under the chat's id. Whoever owns it answers by publishing to {@code
 * herald.outbound.interactive}. Told at least once.
 *
 * @param schemaVersion version of this record's shape
 * @param id what it was caused by, such as {@code update:main:123}; the same id is the same command
 * @param bot name of the bot
 * @param chat Telegram's chat id, decimal
 * @param thread the topic within the chat; absent: none
 * @param user who sent it
 * @param command its name in lower case, without the slash
 * @param arguments what follows it, without the space around it; empty: nothing
 * @param at when the gateway read it
 */
public record ExternalCommand(
    String schemaVersion,
    String id,
    String bot,
    String chat,
    @Nullable Integer thread,
    Sender user,
    String command,
    String arguments,
    Instant at) {

  /** Version that this code writes. */
  public static final String SCHEMA_VERSION = "1.0.0";

  public ExternalCommand {
    schemaVersion = schemaVersion == null ? SCHEMA_VERSION : schemaVersion;
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(bot, "bot");
    Objects.requireNonNull(chat, "chat");
    Objects.requireNonNull(user, "user");
    Objects.requireNonNull(command, "command");
    arguments = arguments == null ? "" : arguments;
    Objects.requireNonNull(at, "at");
  }
}
