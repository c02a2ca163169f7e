package io.herald.telegram.delivery;

import io.herald.model.message.CallbackAnswer;
import io.herald.model.message.CommandMenu;
import io.herald.model.message.Deletion;
import io.herald.model.message.DocumentContent;
import io.herald.model.message.PhotoContent;
import io.herald.model.message.TextContent;
import io.herald.telegram.http.TelegramConnection;
import io.herald.telegram.outcome.ClassifyFailure;
import io.herald.telegram.outcome.Outcome;
import io.herald.telegram.outcome.Rejection;
import java.io.Serializable;
import java.util.concurrent.CompletableFuture;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import reactor.core.publisher.Mono;

/** {@link TelegramClient} over telegrambots-client. */
public final class TelegramBotsClient implements TelegramClient {

  private static final Outcome DONE = new Outcome.Delivered(null);

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
  public Mono<Outcome> deliver(TelegramCall call) {
    return Mono.defer(() -> started(call))
        .onErrorResume(failure -> Mono.just(failed(failure, call)));
  }

  private Mono<Outcome> started(TelegramCall call) {
    try {
      return Mono.fromFuture(start(call));
    } catch (TelegramApiException e) {
      return Mono.error(e);
    }
  }

  private CompletableFuture<Outcome> start(TelegramCall call) throws TelegramApiException {
    return switch (call.content()) {
      case CallbackAnswer answer -> done(SendMethods.answerCallbackQuery(answer), DONE);
      case Deletion deletion -> delete(call, deletion);
      case CommandMenu menu when menu.commands().isEmpty() ->
          done(MenuMethods.deleteMyCommands(call.chat(), menu), DONE);
      case CommandMenu menu -> done(MenuMethods.setMyCommands(call.chat(), menu), DONE);
      case TextContent text when call.target() != null ->
          done(EditMethods.editMessageText(call, text), new Outcome.Delivered(call.target()));
      case PhotoContent photo when call.target() != null ->
          done(
              EditMethods.editMessageCaption(
                  call, photo.caption(), photo.entities(), photo.keyboard()),
              new Outcome.Delivered(call.target()));
      case DocumentContent document when call.target() != null ->
          done(
              EditMethods.editMessageCaption(
                  call, document.caption(), document.entities(), document.keyboard()),
              new Outcome.Delivered(call.target()));
      case TextContent text ->
          client
              .executeAsync(SendMethods.sendMessage(call, text))
              .thenApply(TelegramBotsClient::sent);
      case PhotoContent photo ->
          client
              .executeAsync(SendMethods.sendPhoto(call, photo))
              .thenApply(TelegramBotsClient::sent);
      case DocumentContent document ->
          client
              .executeAsync(SendMethods.sendDocument(call, document))
              .thenApply(TelegramBotsClient::sent);
    };
  }

  private CompletableFuture<Outcome> delete(TelegramCall call, Deletion deletion)
      throws TelegramApiException {
    Long messageId = deletion.messageId() == null ? call.target() : deletion.messageId();
    // Nothing was ever sent under that replaceKey: there is nothing to delete.
    return messageId == null
        ? CompletableFuture.completedFuture(DONE)
        : done(EditMethods.deleteMessage(call.chat(), messageId), DONE);
  }

  /** Edits give the message or just {@code true}; what they give makes no difference. */
  private <T extends Serializable, M extends BotApiMethod<T>> CompletableFuture<Outcome> done(
      M method, Outcome outcome) throws TelegramApiException {
    return client.executeAsync(method).thenApply(_ -> outcome);
  }

  private static Outcome sent(Message message) {
    Integer id = message.getMessageId();
    return new Outcome.Delivered(id == null ? null : id.longValue());
  }

  private Outcome failed(Throwable failure, TelegramCall call) {
    Outcome outcome = ClassifyFailure.classify(failure, token);
    return switch (outcome) {
      // An edit that changes nothing is refused and yet done: the message has that content.
      case Outcome.Delivered _ when !(call.content() instanceof Deletion) ->
          new Outcome.Delivered(call.target());
      // What can't be found needs no deletion.
      case Outcome.Rejected(int _, Rejection kind, String _)
          when kind == Rejection.EDIT_TARGET_GONE && call.content() instanceof Deletion ->
          DONE;
      default -> outcome;
    };
  }

  @Override
  public String toString() {
    return "TelegramBotsClient[token=***]";
  }
}
