package io.herald.telegram.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.telegram.outcome.Outcome;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import reactor.core.publisher.Mono;

/**
 * A Telegram that answers from a script and notes what it was asked. With the script at its end it
 * keeps the caller waiting, as a long poll does.
 */
public final class FakeBotApi implements BotApi {

  private final List<String> calls = new CopyOnWriteArrayList<>();
  private volatile WebhookStatus status = new WebhookStatus("", 0, 0, List.of(), "", null);
  private final Queue<Object> script = new ConcurrentLinkedQueue<>();

  /** The next call succeeds, bringing these updates if it asks for some. */
  public FakeBotApi thenBrings(String... updates) {
    script.add(Arrays.stream(updates).map(update -> update.getBytes(UTF_8)).toList());
    return this;
  }

  /** The next call succeeds; asked about the webhook it says that. */
  public FakeBotApi thenSays(WebhookStatus says) {
    status = says;
    return thenBrings();
  }

  /** The next call fails. */
  public FakeBotApi thenFails(Outcome outcome) {
    script.add(outcome);
    return this;
  }

  /** What it was asked so far, for example {@code getUpdates 12}. */
  public List<String> calls() {
    return calls;
  }

  @Override
  public Mono<BotIdentity> getMe() {
    return answer("getMe").thenReturn(new BotIdentity(1, "bot", "Bot"));
  }

  @Override
  public Mono<Void> setWebhook(WebhookSettings settings) {
    return answer("setWebhook " + settings.url()).then();
  }

  @Override
  public Mono<Void> deleteWebhook() {
    return answer("deleteWebhook").then();
  }

  @Override
  public Mono<WebhookStatus> getWebhookInfo() {
    return answer("getWebhookInfo").thenReturn(status);
  }

  @Override
  public Mono<List<byte[]>> getUpdates(
      long offset, int limit, Duration hold, List<String> allowedUpdates) {
    return answer("getUpdates " + offset);
  }

  @SuppressWarnings("unchecked")
  private Mono<List<byte[]>> answer(String call) {
    return Mono.defer(() -> {
      calls.add(call);
      Object next = script.poll();
      if (next == null) {
        return Mono.never();
      }
      return next instanceof Outcome outcome
          ? Mono.error(new CallFailed(call.split(" ")[0], outcome))
          : Mono.just((List<byte[]>) next);
    });
  }
}
