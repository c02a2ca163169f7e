package io.herald.model.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How a message is sent.
 *
 * @param thread topic of a forum, Telegram's {@code message_thread_id}; absent: the general one
 * @param silent without sound
 * @param protect can't be forwarded or saved
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record SendOptions(@Nullable Integer thread, boolean silent, boolean protect) {

  /** The ordinary way. */
  public static final SendOptions NONE = new SendOptions(null, false, false);
}
