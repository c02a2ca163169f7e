package io.herald.telegram.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

/** An HTTP server that answers every call with what the test told it to. */
public final class FakeTelegram implements AutoCloseable {

  /** A call as it arrived. */
  public record Call(String path, String body) {}

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final BlockingQueue<Call> calls = new LinkedBlockingQueue<>();
  private final HttpServer server;
  private volatile int status = 200;
  private volatile String contentType = "application/json";
  private volatile String retryAfter = "";
  private volatile String encoding = "";
  private volatile byte[] body = "{\"ok\":true,\"result\":true}".getBytes(UTF_8);
  private volatile int withheld;

  public FakeTelegram() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      calls.add(
          new Call(
              exchange.getRequestURI().getPath(),
              new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
      exchange.getResponseHeaders().add("Content-Type", contentType);
      if (!retryAfter.isEmpty()) {
        exchange.getResponseHeaders().add("Retry-After", retryAfter);
      }
      if (!encoding.isEmpty()) {
        exchange.getResponseHeaders().add("Content-Encoding", encoding);
      }
      int length = body.length + withheld;
      exchange.sendResponseHeaders(status, length == 0 ? -1 : length);
      exchange.getResponseBody().write(body);
      exchange.getResponseBody().flush();
    }
  }

  public FakeTelegram answers(int newStatus, String newBody) {
    status = newStatus;
    body = newBody.getBytes(UTF_8);
    return this;
  }

  public FakeTelegram answersCompressed(int newStatus, String newBody) {
    status = newStatus;
    encoding = "gzip";
    var compressed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(compressed)) {
      gzip.write(newBody.getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    body = compressed.toByteArray();
    return this;
  }

  /** Promises so many bytes more than it sends, and closes the connection. */
  public FakeTelegram cutShortBy(int bytes) {
    withheld = bytes;
    return this;
  }

  public FakeTelegram answersPage(int newStatus, String page) {
    contentType = "text/html";
    return answers(newStatus, page);
  }

  public FakeTelegram withRetryAfter(String header) {
    retryAfter = header;
    return this;
  }

  public TelegramAddress address() {
    return new TelegramAddress("http", "127.0.0.1", server.getAddress().getPort());
  }

  /** The next call, which must come within five seconds. */
  public Call nextCall() throws InterruptedException {
    Call call = calls.poll(5, TimeUnit.SECONDS);
    if (call == null) {
      throw new AssertionError("no call came");
    }
    return call;
  }

  /** How many calls came and were not yet asked for. */
  public int calls() {
    return calls.size();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
