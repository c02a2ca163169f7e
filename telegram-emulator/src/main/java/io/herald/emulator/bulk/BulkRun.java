package io.herald.emulator.bulk;

import io.herald.emulator.journal.Latencies;
import io.herald.emulator.journal.Unanswered;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** One bulk run: how far it is, and what came back. */
public final class BulkRun {
  private static final int LATENCIES = 200_000;
  private static final int EXAMPLES = 20;

  private final long id;
  private final BulkOrder order;
  private final long startedMs;
  private final Latencies latencies = new Latencies(LATENCIES);
  private final Set<String> keys = new HashSet<>();
  private final Set<String> keysInChat = new HashSet<>();
  private final List<String> duplicateKeys = new ArrayList<>();
  private final BitSet numbers = new BitSet();
  private int created;
  private int acknowledged;
  private int answered;
  private long replies;
  private long createdAllMs;
  private long acknowledgedAllMs;
  private long firstReplyMs;
  private long lastReplyMs;
  private boolean stopped;

  BulkRun(long id, BulkOrder order, long startedMs) {
    this.id = id;
    this.order = order;
    this.startedMs = startedMs;
  }

  public long id() {
    return id;
  }

  public BulkOrder order() {
    return order;
  }

  public synchronized void stop() {
    stopped |= created < order.count();
  }

  synchronized boolean isStopped() {
    return stopped;
  }

  synchronized void created(long nowMs) {
    if (++created == order.count()) {
      createdAllMs = nowMs;
    }
  }

  synchronized void acknowledged(long nowMs) {
    if (++acknowledged == order.count()) {
      acknowledgedAllMs = nowMs;
    }
  }

  synchronized void replied(
      long chat,
      String text,
      Unanswered.@Nullable Question question,
      double latencyMs,
      long nowMs) {
    replies++;
    firstReplyMs = firstReplyMs == 0 ? nowMs : firstReplyMs;
    lastReplyMs = nowMs;
    if (question != null && question.run() == id) {
      answered++;
      latencies.add(latencyMs);
    }
    String key = key(text);
    if (!keys.add(key) && duplicateKeys.size() < EXAMPLES) {
      duplicateKeys.add(key);
    }
    keysInChat.add(chat + " " + key);
  }

  private String key(String text) {
    if (order.keyPattern() == null) {
      return text;
    }
    Matcher matcher = order.keyPattern().matcher(text);
    if (!matcher.find()) {
      return text;
    }
    String key = matcher.group(1);
    if (key != null && key.matches("\\d{1,9}") && Integer.parseInt(key) <= order.count()) {
      numbers.set(Integer.parseInt(key));
    }
    return key == null ? text : key;
  }

  /** A copy of the figures. */
  public synchronized Progress progress() {
    return new Progress(
        stopped ? "stopped" : created == order.count() ? "created" : "running",
        created,
        acknowledged,
        startedMs,
        createdAllMs,
        acknowledgedAllMs,
        replies,
        keys.size(),
        keysInChat.size(),
        answered,
        firstReplyMs,
        lastReplyMs,
        numbers.cardinality() - (numbers.get(0) ? 1 : 0),
        missing(),
        List.copyOf(duplicateKeys),
        latencies.summary());
  }

  private List<Integer> missing() {
    List<Integer> missing = new ArrayList<>();
    for (int number = numbers.nextClearBit(1);
        number <= order.count() && missing.size() < EXAMPLES;
        number = numbers.nextClearBit(number + 1)) {
      missing.add(number);
    }
    return missing;
  }

  /** Figures of a run; times are 0 until they are known. */
  public record Progress(
      String state,
      int created,
      int acknowledged,
      long startedMs,
      long createdAllMs,
      long acknowledgedAllMs,
      long replies,
      int distinct,
      int distinctInChat,
      int answered,
      long firstReplyMs,
      long lastReplyMs,
      int distinctNumbers,
      List<Integer> missingNumbers,
      List<String> duplicateKeys,
      Latencies.Summary latency) {}
}
