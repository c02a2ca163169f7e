package io.herald.telegram.api;

import io.herald.telegram.http.TelegramConnection;
import io.herald.telegram.outcome.ClassifyFailure;
import io.herald.telegram.outcome.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.updates.DeleteWebhook;
import org.telegram.telegrambots.meta.api.methods.updates.GetWebhookInfo;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.WebhookInfo;
import reactor.core.publisher.Mono;

/** {@link BotApi} over telegrambots-client; updates are fetched apart, to keep their bytes. */
public final class TelegramBotsApi implements BotApi {

  private final OkHttpTelegramClient client;
  private final FetchUpdates fetchUpdates;
  private final String token;

  /**
   * The calls of one bot.
   *
   * @param connection shared by all bots; stays open
   * @param token BotFather's token
   */
  public TelegramBotsApi(TelegramConnection connection, String token) {
    this.client =
        new OkHttpTelegramClient(connection.client(), token, connection.address().toTelegramUrl());
    this.fetchUpdates = new FetchUpdates(connection, token);
    this.token = token;
  }

  @Override
  public Mono<BotIdentity> getMe() {
    return call("getMe", () -> client.executeAsync(new GetMe())).map(TelegramBotsApi::identity);
  }

  @Override
  public Mono<Void> setWebhook(WebhookSettings settings) {
    var method =
        SetWebhook.builder()
            .url(settings.url())
            .secretToken(settings.secret())
            .maxConnections(settings.maxConnections())
            .allowedUpdates(settings.allowedUpdates())
            .build();
    return call("setWebhook", () -> client.executeAsync(method)).then();
  }

  @Override
  public Mono<Void> deleteWebhook() {
    return call("deleteWebhook", () -> client.executeAsync(new DeleteWebhook())).then();
  }

  @Override
  public Mono<WebhookStatus> getWebhookInfo() {
    return call("getWebhookInfo", () -> client.executeAsync(new GetWebhookInfo()))
        .map(TelegramBotsApi::status);
  }

  @Override
  public Mono<List<byte[]>> getUpdates(
      long offset, int limit, Duration hold, List<String> allowedUpdates) {
    return call("getUpdates", () -> fetchUpdates.fetch(offset, limit, hold, allowedUpdates));
  }

  private <T> Mono<T> call(String method, Callable<CompletableFuture<T>> call) {
    return Mono.defer(() -> started(call))
        .onErrorMap(failure -> new CallFailed(method, outcome(failure)));
  }

  private static <T> Mono<T> started(Callable<CompletableFuture<T>> call) {
    try {
      return Mono.fromFuture(call.call());
    } catch (Exception e) {
      return Mono.error(e);
    }
  }

  private Outcome outcome(Throwable failure) {
    Outcome outcome = ClassifyFailure.classify(failure, token);
    // Done, but what it said can't be read: for a question that is no answer.
    return outcome instanceof Outcome.Delivered
        ? new Outcome.Unknown("the answer is unreadable")
        : outcome;
  }

  private static BotIdentity identity(User user) {
    return new BotIdentity(user.getId(), text(user.getUserName()), text(user.getFirstName()));
  }

  private static WebhookStatus status(WebhookInfo info) {
    return new WebhookStatus(
        text(info.getUrl()),
        number(info.getPendingUpdatesCount()),
        number(info.getMaxConnections()),
        info.getAllowedUpdates() == null ? List.of() : List.copyOf(info.getAllowedUpdates()),
        text(info.getLastErrorMessage()),
        info.getLastErrorDate() == null ? null : Instant.ofEpochSecond(info.getLastErrorDate()));
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  private static int number(@Nullable Integer value) {
    return value == null ? 0 : value;
  }

  @Override
  public String toString() {
    return "TelegramBotsApi[token=***]";
  }
}
