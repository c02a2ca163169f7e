package io.herald.system.outcome;

import io.herald.model.message.Content;
import io.herald.model.message.SendOptions;
import io.herald.telegram.delivery.TelegramBotsClient;
import io.herald.telegram.delivery.TelegramCall;
import io.herald.telegram.delivery.TelegramClient;
import io.herald.telegram.http.TelegramConnection;
import io.herald.telegram.outcome.Outcome;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes calls with the real client, one at a time. */
final class Outbox implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final TelegramConnection connection;
  private final TelegramClient client;

  Outbox(LoneEmulator emulator, String token) {
    connection = new TelegramConnection(emulator.address(), 1);
    client = new TelegramBotsClient(connection, token);
  }

  Outcome send(long chat, Content content) {
    return call(chat, content, SendOptions.NONE, null);
  }

  /** Sends what must arrive; gives its message id. */
  long sent(long chat, Content content) {
    Outcome outcome = send(chat, content);
    if (outcome instanceof Outcome.Delivered(Long id) && id != null) {
      return id;
    }
    throw new AssertionError("not delivered: " + outcome);
  }

  Outcome edit(long chat, long target, Content content) {
    return call(chat, content, SendOptions.NONE, target);
  }

  Outcome call(long chat, Content content, SendOptions options, @Nullable Long target) {
    return deliver(new TelegramCall(Long.toString(chat), content, options, target));
  }

  Outcome deliver(TelegramCall call) {
    return Objects.requireNonNull(client.deliver(call).block(PATIENCE));
  }

  @Override
  public void close() {
    connection.close();
  }
}
