package io.herald.system.emulator;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The emulator's control API, as its README describes it. Every call is one request; an answer
 * other than 2xx is an {@link IllegalStateException} with the emulator's own words.
 */
public final class Emulator {

  private final ControlApi api;
  private final Conditions conditions;

  /** A client of the emulator at that address. */
  public Emulator(URI base) {
    api = new ControlApi(base);
    conditions = new Conditions(api);
  }

  /** Where the web chat is. */
  public URI address() {
    return api.base();
  }

  /** Makes a user of that id and first name; returns the id. */
  public long welcome(long id, String firstName) {
    return api.post("/control/users", Map.of("id", id, "first_name", firstName), User.class).id();
  }

  /** The user types a text into the private chat with the bot. */
  public Typed type(long user, String text) {
    return api.post("/control/messages", Map.of("user", user, "text", text), Typed.class);
  }

  /** The user blocks the bot. */
  public void block(long user) {
    api.post("/control/users/" + user + "/block", Map.of(), Object.class);
  }

  /** The user lets the bot write again. */
  public void unblock(long user) {
    api.post("/control/users/" + user + "/unblock", Map.of(), Object.class);
  }

  /** The user presses the button of that caption. */
  public Pressed press(long user, ChatMessage message, String caption) {
    return api.post(
        "/control/buttons",
        Map.of("user", user, "chat", user, "message_id", message.messageId(), "text", caption),
        Pressed.class);
  }

  /** What became of a button's press. */
  public Callback callback(Pressed pressed) {
    return api.get("/control/callbacks/" + pressed.callbackQueryId(), Callback.class);
  }

  /** The newest 100 messages of a private chat, oldest first. */
  public List<ChatMessage> messages(long user) {
    return List.of(api.get("/control/messages?chat=" + user, ChatMessage[].class));
  }

  /** What the bot said in a private chat, oldest first. */
  public List<ChatMessage> replies(long user) {
    return messages(user).stream().filter(ChatMessage::fromBot).toList();
  }

  /** Starts a bulk run; returns at once. */
  public Run start(BulkOrder order) {
    return api.post("/control/runs", order, Run.class);
  }

  /** How far a bulk run is. */
  public Run run(Run run) {
    return api.get("/control/runs/" + run.id(), Run.class);
  }

  /** Makes no more updates of a bulk run; those that there are go on. */
  public void stop(Run run) {
    api.delete("/control/runs/" + run.id());
  }

  /** The bots that the emulator knows. */
  public List<Bot> bots() {
    return List.of(api.get("/control/bots", Bot[].class));
  }

  /** Everything the bot sent, in the order of acceptance. */
  public List<Outgoing> outgoing() {
    return outgoingSince(0);
  }

  /** The same without what has at most that sequence number. */
  public List<Outgoing> outgoingSince(long seq) {
    return api.pages("/control/outgoing", seq, Outgoing.Page.class);
  }

  /** Every update's way to the webhook, in the order of creation. */
  public List<Delivery> deliveries() {
    return api.pages("/control/webhooks/log", 0, Delivery.Page.class);
  }

  /** Ids of the updates that were answered with a 2xx. */
  public List<Long> acknowledged() {
    return api.get("/control/webhooks/acknowledged", Acknowledged.class).updateIds();
  }

  /** Makes the bot of that token known before its first call. */
  public void know(String token) {
    api.post("/control/bots", Map.of("token", token), Object.class);
  }

  /** Makes so many users with consecutive ids. */
  public void welcome(long first, int count) {
    api.post("/control/users/many", Map.of("first_id", first, "count", count), Object.class);
  }

  /** Makes a group of that id, of which every bot is a member. */
  public void gather(long id) {
    api.post("/control/groups", Map.of("id", id), Object.class);
  }

  /** What the bots meet: limits, faults, and what was counted. */
  public Conditions conditions() {
    return conditions;
  }

  private record User(long id) {}

  private record Acknowledged(int count, List<Long> updateIds) {}

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
    record Page(long next, long oldest, List<Outgoing> items)
        implements ControlApi.Page<Outgoing> {}
  }

  /** An update's way to the webhook. */
  public record Delivery(long updateId, String state, List<Attempt> attempts) {
    record Page(long next, long oldest, List<Delivery> items)
        implements ControlApi.Page<Delivery> {}
  }

  /**
   * One webhook request.
   *
   * @param status null without an answer
   */
  public record Attempt(
      long atMs, long durationMs, @Nullable Integer status, @Nullable String error) {}
}
