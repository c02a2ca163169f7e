package io.herald.telegram.delivery;

import io.herald.model.message.CallbackAnswer;
import io.herald.model.message.OutboundMessage;
import io.herald.model.message.TextContent;
import io.herald.telegram.http.TelegramConnection;
import io.herald.telegram.outcome.ClassifyFailure;
import io.herald.telegram.outcome.Outcome;
import java.util.concurrent.CompletableFuture;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import reactor.core.publisher.Mono;

/** {@link TelegramClient} over telegrambots-client. */
public final class TelegramBotsClient implements TelegramClient {

  private final OkHttpTelegramClient client;
  private final String token;

  /**
   * The way out for one bot.
   *
   * @param connection shared by all bots; stays open
   * @param token BotFather's token
   */
  public TelegramBotsClient(TelegramConnection connection, String token) {
    this.client =
        new OkHttpTelegramClient(connection.client(), token, connection.address().toTelegramUrl());
    this.token = token;
  }

  @Override
  public Mono<Outcome> deliver(OutboundMessage message) {
    return Mono.defer(() -> started(message))
        .onErrorResume(failure -> Mono.just(ClassifyFailure.classify(failure, token)));
  }

  private Mono<Outcome> started(OutboundMessage message) {
    try {
      return Mono.fromFuture(call(message));
    } catch (TelegramApiException e) {
      return Mono.error(e);
    }
  }

  private CompletableFuture<Outcome> call(OutboundMessage message) throws TelegramApiException {
    return switch (message.content()) {
      case TextContent text ->
          client
              .executeAsync(BotApiMethods.sendMessage(message.chat(), text))
              .thenApply(this::sent);
      case CallbackAnswer answer ->
          client
              .executeAsync(BotApiMethods.answerCallbackQuery(answer))
              .thenApply(_ -> new Outcome.Delivered(null));
    };
  }

  private Outcome sent(Message message) {
    Integer id = message.getMessageId();
    return new Outcome.Delivered(id == null ? null : id.longValue());
  }

  @Override
  public String toString() {
    return "TelegramBotsClient[token=***]";
  }
}
