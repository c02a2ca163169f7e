package io.herald.bench.bare;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.herald.bench.outbound.LoadMix;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import tools.jackson.databind.json.JsonMapper;

/**
 * telegrambots-client in a loop: so many calls under way at once, from memory, and what is answered
 * is forgotten. It is told what to send by {@code POST /send}, and answers when all is done.
 */
public final class BareSender {
  private static final JsonMapper JSON = new JsonMapper();

  private final OkHttpTelegramClient client;
  private final int calls;

  private BareSender(OkHttpTelegramClient client, int calls) {
    this.client = client;
    this.calls = calls;
  }

  /** {@code SERVER_PORT} says where it listens, {@code BENCH_CALLS} how much it does at once. */
  public static void main(String[] args) throws IOException {
    int calls = Integer.parseInt(System.getenv("BENCH_CALLS"));
    BareSender sender = new BareSender(client(calls), calls);
    int port = Integer.parseInt(System.getenv("SERVER_PORT"));
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext("/", sender::answer);
    server.start();
  }

  private static OkHttpTelegramClient client(int calls) {
    Dispatcher dispatcher = new Dispatcher();
    dispatcher.setMaxRequests(calls);
    // Its own default of 5 would be the limit.
    dispatcher.setMaxRequestsPerHost(calls);
    OkHttpClient http =
        new OkHttpClient.Builder()
            .dispatcher(dispatcher)
            .connectionPool(new ConnectionPool(calls, 1, TimeUnit.MINUTES))
            .build();
    URI api = URI.create(System.getenv("TELEGRAM_API_URL"));
    TelegramUrl url =
        TelegramUrl.builder()
            .schema(api.getScheme())
            .host(api.getHost())
            .port(api.getPort())
            .build();
    return new OkHttpTelegramClient(http, System.getenv("TELEGRAM_BOT_TOKEN"), url);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String result =
          exchange.getRequestURI().getPath().equals("/send")
              ? JSON.writeValueAsString(send(JSON.readValue(body, LoadMix.class)))
              : "{}";
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().write(result.getBytes(StandardCharsets.UTF_8));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private BareResult send(LoadMix mix) throws InterruptedException {
    Semaphore free = new Semaphore(calls);
    AtomicInteger failed = new AtomicInteger();
    long startedMs = System.currentTimeMillis();
    for (int i = 0; i < mix.count(); i++) {
      var message = mix.message(i);
      SendMessage call = SendMessage.builder().chatId(message.chat()).text(message.text()).build();
      free.acquire();
      send(call, free, failed);
    }
    free.acquire(calls);
    return new BareResult(startedMs, failed.get());
  }

  private void send(SendMessage call, Semaphore free, AtomicInteger failed) {
    try {
      client
          .executeAsync(call)
          .whenComplete((_, failure) -> {
            if (failure != null) {
              failed.incrementAndGet();
            }
            free.release();
          });
    } catch (TelegramApiException _) {
      failed.incrementAndGet();
      free.release();
    }
  }
}
