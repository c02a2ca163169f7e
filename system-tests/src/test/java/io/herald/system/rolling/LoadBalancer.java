package io.herald.system.rolling;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.herald.system.stack.Member;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One address before several gateways, as an ingress has it: requests go in turns to those that
 * were ready when last asked; whoever refuses the connection or answers 503 is passed over. What
 * breaks off midway is a 502, since nobody knows what became of it.
 */
final class LoadBalancer implements AutoCloseable {

  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final long ASK_EVERY_MILLIS = 250;
  private static final Set<String> OWN = Set.of("host", "connection", "content-length", "upgrade");

  private final List<Member> ready = new CopyOnWriteArrayList<>();
  private final AtomicInteger turn = new AtomicInteger();
  private final ScheduledExecutorService probe = Executors.newSingleThreadScheduledExecutor();
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private final HttpServer server;
  private volatile List<Member> gateways = List.of();

  private LoadBalancer() throws IOException {
    probe.scheduleWithFixedDelay(this::ask, 0, ASK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  /** Opens a free port; nobody stands behind it yet. */
  static LoadBalancer open() {
    try {
      return new LoadBalancer();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Hands requests to these; the list may change at any time. */
  void serve(List<Member> list) {
    gateways = list;
  }

  /** Where callers come. */
  URI address() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  private void ask() {
    ready.retainAll(gateways);
    for (Member gateway : gateways) {
      if (!gateway.isReady()) {
        ready.remove(gateway);
      } else if (!ready.contains(gateway)) {
        ready.add(gateway);
      }
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      HttpResponse<byte[]> answer = forward(exchange, body);
      if (answer == null) {
        exchange.sendResponseHeaders(503, -1);
        return;
      }
      for (String header : List.of("Content-Type", "Retry-After")) {
        answer
            .headers()
            .firstValue(header)
            .ifPresent(value -> exchange.getResponseHeaders().set(header, value));
      }
      int length = answer.body().length;
      exchange.sendResponseHeaders(answer.statusCode(), length == 0 ? -1 : length);
      exchange.getResponseBody().write(answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      exchange.sendResponseHeaders(502, -1);
    }
  }

  /** The first answer that is not 503, else the last 503; null when nobody took the connection. */
  private @Nullable HttpResponse<byte[]> forward(HttpExchange exchange, byte[] body)
      throws IOException, InterruptedException {
    List<Member> now = List.copyOf(ready);
    int first = turn.getAndIncrement();
    HttpResponse<byte[]> answer = null;
    for (int i = 0; i < now.size() && (answer == null || answer.statusCode() == 503); i++) {
      Member gateway = now.get(Math.floorMod(first + i, now.size()));
      try {
        answer = http.send(request(exchange, gateway, body), BodyHandlers.ofByteArray());
      } catch (ConnectException _) {
        // It has gone; the next one is asked.
      }
    }
    return answer;
  }

  private static HttpRequest request(HttpExchange exchange, Member gateway, byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(gateway.url(exchange.getRequestURI().toString()))
            .timeout(TIMEOUT)
            .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> {
          if (!OWN.contains(name.toLowerCase())) {
            values.forEach(value -> request.header(name, value));
          }
        });
    return request.build();
  }

  @Override
  public void close() {
    probe.shutdownNow();
    server.stop(0);
    http.shutdownNow();
  }
}
