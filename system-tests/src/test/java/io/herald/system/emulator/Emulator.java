package io.herald.system.emulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * The emulator's control API, as its README describes it. Every call is one request; an answer
 * other than 2xx is an {@link IllegalStateException} with the emulator's own words.
 */
public final class Emulator {

  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final int PAGE = 1000;
  private static final JsonMapper JSON =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT).build();
  private final URI base;

  /** A client of the emulator at that address. */
  public Emulator(URI base) {
    this.base = base;
  }

  /** Where the web chat is. */
  public URI address() {
    return base;
  }

  /** Makes a user of that id and first name; returns the id. */
  public long welcome(long id, String firstName) {
    return post("/control/users", Map.of("id", id, "first_name", firstName), User.class).id();
  }

  /** The user types a text into the private chat with the bot. */
  public Typed type(long user, String text) {
    return post("/control/messages", Map.of("user", user, "text", text), Typed.class);
  }

  /** The user presses the button of that caption. */
  public Pressed press(long user, ChatMessage message, String caption) {
    return post(
        "/control/buttons",
        Map.of("user", user, "chat", user, "message_id", message.messageId(), "text", caption),
        Pressed.class);
  }

  /** What became of a button's press. */
  public Callback callback(Pressed pressed) {
    return get("/control/callbacks/" + pressed.callbackQueryId(), Callback.class);
  }

  /** The newest 100 messages of a private chat, oldest first. */
  public List<ChatMessage> messages(long user) {
    return List.of(get("/control/messages?chat=" + user, ChatMessage[].class));
  }

  /** What the bot said in a private chat, oldest first. */
  public List<ChatMessage> replies(long user) {
    return messages(user).stream().filter(ChatMessage::fromBot).toList();
  }

  /** Starts a bulk run; returns at once. */
  public Run start(BulkOrder order) {
    return post("/control/runs", order, Run.class);
  }

  /** How far a bulk run is. */
  public Run run(Run run) {
    return get("/control/runs/" + run.id(), Run.class);
  }

  /** The bots that the emulator knows. */
  public List<Bot> bots() {
    return List.of(get("/control/bots", Bot[].class));
  }

  /** Everything the bot sent, in the order of acceptance. */
  public List<Outgoing> outgoing() {
    return pages(
        since -> get("/control/outgoing?limit=" + PAGE + "&since=" + since, Outgoing.Page.class));
  }

  /** Every update's way to the webhook, in the order of creation. */
  public List<Delivery> deliveries() {
    return pages(since ->
        get("/control/webhooks/log?limit=" + PAGE + "&since=" + since, Delivery.Page.class));
  }

  /** Ids of the updates that were answered with a 2xx. */
  public List<Long> acknowledged() {
    return get("/control/webhooks/acknowledged", Acknowledged.class).updateIds();
  }

  /** Switches every flood limit off. */
  public void liftLimits() {
    send("PUT", "/control/limits", Map.of("off", true));
  }

  private static <T> List<T> pages(LongFunction<Page<T>> read) {
    List<T> all = new ArrayList<>();
    long since = 0;
    Page<T> page;
    do {
      page = read.apply(since);
      if (since == 0 && page.oldest() > 1) {
        throw new IllegalStateException("the emulator's log begins at " + page.oldest());
      }
      all.addAll(page.items());
      since = page.next();
    } while (!page.items().isEmpty());
    return all;
  }

  private <T> T get(String path, Class<T> type) {
    return JSON.readValue(send("GET", path, null), type);
  }

  private <T> T post(String path, Object body, Class<T> type) {
    return JSON.readValue(send("POST", path, body), type);
  }

  private String send(String method, String path, @Nullable Object body) {
    HttpRequest.BodyPublisher publisher =
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body));
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(TIMEOUT)
            .header("Content-Type", "application/json")
            .method(method, publisher)
            .build();
    try {
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() / 100 != 2) {
        throw new IllegalStateException(
            method + " " + path + ": " + response.statusCode() + " " + response.body());
      }
      return response.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the emulator was asked", e);
    }
  }

  private record User(long id) {}

  private record Acknowledged(int count, List<Long> updateIds) {}

  /** One page of a log. */
  interface Page<T> {
    long next();

    /** The first entry that the emulator still has. */
    long oldest();

    List<T> items();
  }

  /** What the emulator made of a typed message. */
  public record Typed(long updateId) {}

  /** What the emulator made of a button's press. */
  public record Pressed(long updateId, String callbackQueryId) {}

  /**
   * What became of a button's press.
   *
   * @param text null or empty when nothing is shown
   */
  public record Callback(boolean answered, @Nullable String text, boolean showAlert) {}

  /** A bot; {@code webhookUrl} is empty without a webhook. */
  public record Bot(long id, String webhookUrl, boolean polling, int pendingUpdateCount) {}

  /**
   * An order for many updates.
   *
   * @param count updates
   * @param users the updates rotate over so many private chats
   * @param rate updates a second
   * @param text {@code {n}} is the running number from 1
   * @param keyPattern its group finds the running number in a reply
   * @param firstUser id of the first sender
   */
  public record BulkOrder(
      int count, int users, double rate, String text, String keyPattern, long firstUser) {

    /** Unknown commands, whose answers name them. */
    public static BulkOrder distinct(int count, int users, double rate, long firstUser) {
      return new BulkOrder(count, users, rate, "/n{n}", "/n(\\d+)", firstUser);
    }
  }

  /** How far a bulk run is; see the emulator's README. */
  public record Run(
      long id,
      String state,
      int count,
      int created,
      int acknowledged,
      int replies,
      int distinct,
      int duplicates,
      @Nullable Integer distinctNumbers,
      @Nullable List<Integer> missingNumbers,
      Map<String, Object> latencyMs) {

    public Run {
      missingNumbers = missingNumbers == null ? List.of() : List.copyOf(missingNumbers);
      latencyMs = latencyMs == null ? Map.of() : new HashMap<>(latencyMs);
    }

    /** Updates with a 2xx whose reply is not there yet. */
    public int betweenTopicAndReply() {
      return Math.max(0, acknowledged - distinct);
    }
  }

  /** A message, edit or deletion that was accepted from the bot. */
  public record Outgoing(long seq, long chat, String method, @Nullable String text, long atMs) {
    record Page(long next, long oldest, List<Outgoing> items) implements Emulator.Page<Outgoing> {}
  }

  /** An update's way to the webhook. */
  public record Delivery(long updateId, String state, List<Attempt> attempts) {
    record Page(long next, long oldest, List<Delivery> items) implements Emulator.Page<Delivery> {}
  }

  /**
   * One webhook request.
   *
   * @param status null without an answer
   */
  public record Attempt(
      long atMs, long durationMs, @Nullable Integer status, @Nullable String error) {}
}
