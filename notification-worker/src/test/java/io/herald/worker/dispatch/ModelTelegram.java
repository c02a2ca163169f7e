package io.herald.worker.dispatch;

import io.herald.model.message.TextContent;
import io.herald.telegram.delivery.TelegramCall;
import io.herald.telegram.delivery.TelegramClient;
import io.herald.telegram.outcome.Outcome;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

/** Telegram's edge in virtual time: token buckets of known size, some latency, faults on demand. */
final class ModelTelegram implements TelegramClient {

  /** A message that was taken. */
  record Taken(long atMillis, String chat, String text, Long edited) {}

  private final Random random = new Random(7);
  private final VirtualTimeScheduler time;
  private final Map<String, double[]> buckets = new HashMap<>();
  private final Map<String, Deque<Outcome>> faults = new HashMap<>();
  final List<Taken> taken = new ArrayList<>();
  int floods;
  boolean limited = true;
  boolean down;
  long messageId = 100;

  ModelTelegram(VirtualTimeScheduler time) {
    this.time = time;
  }

  /** The next calls for that chat end so. */
  void fail(String chat, Outcome... outcomes) {
    faults.computeIfAbsent(chat, _ -> new ArrayDeque<>()).addAll(List.of(outcomes));
  }

  @Override
  public Mono<Outcome> deliver(TelegramCall call) {
    Duration there = Duration.ofMillis(1 + random.nextInt(20));
    return Mono.delay(there, time)
        .map(_ -> answer(call))
        .delayElement(Duration.ofMillis(1 + random.nextInt(5)), time);
  }

  private Outcome answer(TelegramCall call) {
    Deque<Outcome> planned = faults.getOrDefault(call.chat(), new ArrayDeque<>());
    if (!planned.isEmpty()) {
      return planned.poll();
    }
    if (down) {
      return new Outcome.Retryable("502");
    }
    if (limited && !take(call.chat())) {
      floods++;
      return new Outcome.RetryAfter(Duration.ofSeconds(1));
    }
    taken.add(new Taken(now(), call.chat(), ((TextContent) call.content()).text(), call.target()));
    return new Outcome.Delivered(call.target() == null ? ++messageId : call.target());
  }

  private boolean take(String chat) {
    boolean group = chat.startsWith("-");
    double[] bot = refilled("bot", 30, 30);
    double[] its = group ? refilled(chat, 20, 20 / 60.0) : refilled(chat, 3, 1);
    if (bot[0] < 1 || its[0] < 1) {
      return false;
    }
    bot[0]--;
    its[0]--;
    return true;
  }

  private double[] refilled(String key, double capacity, double perSecond) {
    double[] bucket = buckets.computeIfAbsent(key, _ -> new double[] {capacity, now()});
    bucket[0] = Math.min(capacity, bucket[0] + (now() - bucket[1]) * perSecond / 1000);
    bucket[1] = now();
    return bucket;
  }

  private long now() {
    return time.now(TimeUnit.MILLISECONDS);
  }

  /** The chat's texts, in the order in which they were taken. */
  List<String> texts(String chat) {
    return taken.stream().filter(it -> it.chat().equals(chat)).map(Taken::text).toList();
  }
}
