package io.herald.emulator.update;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Puts an update into a bot's queue and wakes whoever takes it from there. */
public final class PublishUpdate {
  private final Clock clock;
  private final JsonMapper json;
  private final UpdateJournal journal;

  public PublishUpdate(Clock clock, JsonMapper json, UpdateJournal journal) {
    this.clock = clock;
    this.json = json;
    this.journal = journal;
  }

  /**
   * Publishes one update.
   *
   * @param kind the field of the Update object, for example {@code message}
   * @param payload that field's value
   * @return null if the bot does not want updates of this kind
   */
  public @Nullable Update publish(Bot bot, String kind, QueueKey queue, JsonNode payload) {
    return publish(bot, kind, queue, payload, 0);
  }

  /** The same for a bulk run. */
  public @Nullable Update publish(
      Bot bot, String kind, QueueKey queue, JsonNode payload, long run) {
    if (!UpdateKinds.isAllowed(kind, bot.allowedUpdates())) {
      return null;
    }
    byte[] body = json.writeValueAsBytes(payload);
    long nowMs = clock.millis();
    Update update =
        bot.updates()
            .add(nowMs, id -> create(bot, id, kind, queue, envelope(id, kind, body), nowMs, run));
    announce(bot, update);
    return update;
  }

  /** Publishes a whole Update object as it is; its id is set unless it has one. */
  public @Nullable Update publishRaw(Bot bot, ObjectNode whole) {
    String kind = RawUpdate.kind(whole);
    if (!UpdateKinds.isAllowed(kind, bot.allowedUpdates())) {
      return null;
    }
    JsonNode given = whole.get("update_id");
    long nowMs = clock.millis();
    Update update =
        bot.updates()
            .add(
                nowMs,
                id -> {
                  int used = given != null && given.canConvertToInt() ? given.intValue() : id;
                  byte[] body = json.writeValueAsBytes(whole.put("update_id", used));
                  return create(
                      bot, used, kind, RawUpdate.queue(whole, kind, used), body, nowMs, 0);
                });
    announce(bot, update);
    return update;
  }

  private void announce(Bot bot, Update update) {
    journal.created(update);
    bot.consumer().updateArrived(update);
    bot.longPoll().wake();
  }

  private static Update create(
      Bot bot, int id, String kind, QueueKey queue, byte[] body, long nowMs, long run) {
    long expires = nowMs + UpdateKinds.lifetime(kind).toMillis();
    return new Update(bot.id(), id, kind, queue, body, nowMs, expires, run);
  }

  private static byte[] envelope(int id, String kind, byte[] payload) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(payload.length + 64);
    out.writeBytes(
        ("{\"update_id\":" + id + ",\"" + kind + "\":").getBytes(StandardCharsets.UTF_8));
    out.writeBytes(payload);
    out.write('}');
    return out.toByteArray();
  }
}
