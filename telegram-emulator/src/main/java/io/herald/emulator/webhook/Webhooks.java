package io.herald.emulator.webhook;

import io.herald.emulator.update.Bot;
import io.herald.emulator.update.LongPoll;
import io.herald.emulator.update.Update;
import io.herald.emulator.update.UpdateConsumer;
import io.herald.emulator.update.UpdateJournal;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The webhooks that bots have set, and their deliveries. */
public final class Webhooks {
  private record Active(WebhookSettings settings, DeliverUpdates delivery) {}

  private final DeliveryTime time;
  private final DeliveryLog log;
  private final UpdateJournal journal;
  private final Consumer<Bot> onChange;
  private final Function<WebhookSettings, WebhookCall> calls;
  private final Map<Long, Active> active = new ConcurrentHashMap<>();
  private final Map<Long, WebhookStatus> status = new ConcurrentHashMap<>();
  private volatile BiConsumer<Bot, byte[]> replies = (bot, body) -> {};

  public Webhooks(
      DeliveryTime time, DeliveryLog log, UpdateJournal journal, Consumer<Bot> onChange) {
    this(time, log, journal, onChange, HttpWebhookCall::new);
  }

  Webhooks(
      DeliveryTime time,
      DeliveryLog log,
      UpdateJournal journal,
      Consumer<Bot> onChange,
      Function<WebhookSettings, WebhookCall> calls) {
    this.time = time;
    this.log = log;
    this.journal = journal;
    this.onChange = onChange;
    this.calls = calls;
  }

  /** Who executes a call that comes back in the body of a 2xx. */
  public void executeRepliesWith(BiConsumer<Bot, byte[]> executor) {
    replies = executor;
  }

  /** Sets a webhook and begins to deliver what waits. */
  public synchronized void set(Bot bot, WebhookSettings settings) {
    stop(bot);
    bot.longPoll().end(LongPoll.Ended.WEBHOOK_SET);
    DeliverUpdates delivery =
        new DeliverUpdates(
            bot, calls.apply(settings), settings.maxConnections(), time, new Listener());
    active.put(bot.id(), new Active(settings, delivery));
    status.put(bot.id(), new WebhookStatus(settings, 0, null));
    bot.consumeWith(delivery);
    delivery.start();
    onChange.accept(bot);
  }

  public synchronized void remove(Bot bot) {
    stop(bot);
    status.remove(bot.id());
    onChange.accept(bot);
  }

  /** Drops what waits for a bot; its webhook stays. */
  public synchronized void dropPending(Bot bot) {
    Active old = active.get(bot.id());
    stop(bot);
    bot.updates().clear().forEach(log::dropped);
    if (old != null) {
      set(bot, old.settings);
    }
  }

  private void stop(Bot bot) {
    bot.consumeWith(UpdateConsumer.NONE);
    Active old = active.remove(bot.id());
    if (old != null) {
      old.delivery.close();
    }
  }

  public synchronized void close() {
    active.values().forEach(each -> each.delivery.close());
    active.clear();
  }

  public WebhookStatus status(Bot bot) {
    return status.getOrDefault(bot.id(), WebhookStatus.NONE);
  }

  private void failed(Update update, String error) {
    status.computeIfPresent(
        update.bot(), (id, old) -> new WebhookStatus(old.settings(), time.clock().millis(), error));
  }

  /** Joins the log, the status, and the calls in answers. */
  private final class Listener implements DeliveryListener {
    @Override
    public void attempted(Update update, long atMs, long durationMs, WebhookAnswer answer) {
      @Nullable String error = answer.isDelivered() ? null : answer.describe();
      log.attempted(update, new DeliveryLog.Attempt(atMs, durationMs, answer.status(), error));
      if (error != null) {
        failed(update, error);
      }
    }

    @Override
    public void delivered(Bot bot, Update update, WebhookAnswer answer) {
      journal.acknowledged(update);
      if (answer.body().length > 2) {
        replies.accept(bot, answer.body());
      }
    }

    @Override
    public void expired(Update update) {
      log.expired(update);
    }
  }
}
