package io.herald.bench.emulator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the emulator's live events and tells when the bot has written to a chat: asking again and
 * again would cost what is measured.
 */
public final class AwaitReplies implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String DATA = "data:";

  private final Map<Long, CompletableFuture<Long>> expected = new ConcurrentHashMap<>();
  private final InputStream events;

  /** Reads {@link EmulatorControl#events}, and closes them. */
  public AwaitReplies(InputStream events) {
    this.events = events;
    Thread.ofVirtual().name("live-events").start(this::read);
  }

  /**
   * To be called before the chat's user writes. Completes with the {@link System#nanoTime} of the
   * reply.
   */
  public CompletableFuture<Long> expect(long chat) {
    CompletableFuture<Long> reply = new CompletableFuture<>();
    expected.put(chat, reply);
    return reply;
  }

  /**
   * Waits for a reply.
   *
   * @return false when there is none in time
   */
  public static boolean arrives(CompletableFuture<Long> reply, Duration timeout)
      throws InterruptedException {
    try {
      reply.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException | ExecutionException _) {
      return false;
    }
  }

  private void read() {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(events, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(DATA)) {
          take(JSON.readTree(line.substring(DATA.length())), System.nanoTime());
        }
      }
    } catch (IOException _) {
      // Closed by us, or the emulator is gone: then the next reply does not arrive, which is told
      // there.
    }
  }

  private void take(JsonNode data, long now) {
    if (data.path("direction").asString("").equals("out")) {
      CompletableFuture<Long> reply = expected.remove(data.path("chat").path("id").asLong(0));
      if (reply != null) {
        reply.complete(now);
      }
    }
  }

  @Override
  public void close() throws IOException {
    events.close();
  }
}
