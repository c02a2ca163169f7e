package io.herald.telegram.flood;

import static io.herald.telegram.flood.Timeline.MS;
import static io.herald.telegram.flood.Timeline.SECOND;

import io.herald.model.topic.Lane;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Sends bulk messages as soon as the budgets allow, through a network that shifts them. */
final class Broadcast {

  private final Timeline time = new Timeline();
  private final FloodControl flood;
  private final Server server;
  private final Random random;
  private final long jitter;
  private final Map<String, Integer> waiting = new LinkedHashMap<>();
  private final Map<String, Long> asleep = new LinkedHashMap<>();
  private double lastSent;
  private boolean armed;

  Broadcast(Ceilings ceilings, Server server, Random random, long jitterMillis) {
    this.flood = new FloodControl(ceilings);
    this.server = server;
    this.random = random;
    this.jitter = jitterMillis * MS;
  }

  Server server() {
    return server;
  }

  /** So many messages to each of so many chats; a negative first chat stands for groups. */
  void queue(int firstChat, int chats, int messages) {
    for (int i = 0; i < chats; i++) {
      waiting.merge(
          String.valueOf(firstChat < 0 ? firstChat - i : firstChat + i), messages, Integer::sum);
    }
    arm(0);
  }

  void queueAt(int second, int firstChat, int chats, int messages) {
    time.after(second * SECOND, () -> queue(firstChat, chats, messages));
  }

  /** Runs; when the last message was sent, in seconds. */
  double run(int seconds) {
    time.runUntil(seconds);
    return lastSent;
  }

  int left() {
    return waiting.size();
  }

  private void arm(long pause) {
    if (!armed) {
      armed = true;
      time.after(pause, this::serve);
    }
  }

  private void serve() {
    armed = false;
    asleep.values().removeIf(until -> until <= time.now());
    String chat;
    while ((chat = slowest()) != null) {
      Leave leave = flood.ask(chat, Lane.BULK, false, time.now());
      switch (leave.kind()) {
        case GO -> send(chat);
        case CHAT -> asleep.put(chat, time.now() + leave.pauseMicros());
        case BOT -> {
          arm(leave.pauseMicros());
          return;
        }
      }
    }
    asleep.values().stream().min(Long::compare).ifPresent(until -> arm(until - time.now()));
  }

  /** The chat that will take longest: what it can't take at once it takes at its own pace. */
  private @Nullable String slowest() {
    String slowest = null;
    int longest = 0;
    for (var entry : waiting.entrySet()) {
      int length = entry.getValue() * (Ceilings.isShared(entry.getKey()) ? 3 : 1);
      if (length > longest && !asleep.containsKey(entry.getKey())) {
        slowest = entry.getKey();
        longest = length;
      }
    }
    return slowest;
  }

  private void send(String chat) {
    lastSent = time.seconds();
    waiting.computeIfPresent(chat, (_, left) -> left == 1 ? null : left - 1);
    long shift = Math.round((2 * random.nextDouble() - 1) * jitter);
    time.after(100 * MS + shift, () -> server.call(chat, time.now()));
  }
}
