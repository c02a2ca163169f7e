package io.herald.emulator.update;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One bot: who it is, what it asked for, and what waits for it. */
public final class Bot {
  private final long id;
  private final UpdateQueue updates = new UpdateQueue();
  private final CallbackQueries callbacks = new CallbackQueries();
  private final LongPoll longPoll = new LongPoll();
  private final Map<String, JsonNode> commands = new ConcurrentHashMap<>();
  private volatile String username;
  private volatile String firstName;
  private volatile Set<String> allowedUpdates = Set.of();
  private volatile UpdateConsumer consumer = UpdateConsumer.NONE;

  Bot(long id, String username, String firstName) {
    this.id = id;
    this.username = username;
    this.firstName = firstName;
  }

  public long id() {
    return id;
  }

  public String username() {
    return username;
  }

  public String firstName() {
    return firstName;
  }

  void rename(String newUsername, String newFirstName) {
    username = newUsername;
    firstName = newFirstName;
  }

  public UpdateQueue updates() {
    return updates;
  }

  public CallbackQueries callbacks() {
    return callbacks;
  }

  public LongPoll longPoll() {
    return longPoll;
  }

  /** Command lists by scope and language; the default scope and language have the key "". */
  public Map<String, JsonNode> commands() {
    return commands;
  }

  /** Empty means Telegram's default. */
  public Set<String> allowedUpdates() {
    return allowedUpdates;
  }

  public void allowUpdates(Set<String> kinds) {
    allowedUpdates = Set.copyOf(kinds);
  }

  /** Who takes updates away: the webhook's delivery, or nobody. */
  public UpdateConsumer consumer() {
    return consumer;
  }

  public void consumeWith(UpdateConsumer newConsumer) {
    consumer = newConsumer;
  }

  /** Telegram's User object. */
  public ObjectNode toUser() {
    ObjectNode user = JsonNodeFactory.instance.objectNode();
    return user.put("id", id)
        .put("is_bot", true)
        .put("first_name", firstName)
        .put("username", username);
  }
}
