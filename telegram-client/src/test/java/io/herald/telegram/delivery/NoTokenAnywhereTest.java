package io.herald.telegram.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.model.message.Content;
import io.herald.model.message.Media;
import io.herald.model.message.PhotoContent;
import io.herald.model.message.SendOptions;
import io.herald.model.message.TextContent;
import io.herald.telegram.http.FakeTelegram;
import io.herald.telegram.http.TelegramAddress;
import io.herald.telegram.http.TelegramConnection;
import io.herald.telegram.outcome.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;

/**
 * Walks every way to fail with a token that can be recognised, and looks for it in the outcome, in
 * the exceptions below it with their stack traces (Reactor logs those that come too late), and in
 * what the HTTP client logs.
 */
class NoTokenAnywhereTest {

  private static final String SECRET = "AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw0";
  private static final String TOKEN = "123456789:" + SECRET;
  // As it would stand in a query string, and a half of it, as after a careless cut.
  private static final String[] TRACES = {SECRET, "123456789%3A", SECRET.substring(0, 18)};

  private final List<String> logged = Collections.synchronizedList(new ArrayList<>());
  private final Logger root = Logger.getLogger("");
  private final Handler listener =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          logged.add(line.getMessage() + stackTrace(line.getThrown()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    listener.setLevel(Level.ALL);
    root.addHandler(listener);
    Logger.getLogger("okhttp3").setLevel(Level.ALL);
  }

  @AfterEach
  void stopListening() {
    root.removeHandler(listener);
    Logger.getLogger("okhttp3").setLevel(null);
    assertThat(logged).allSatisfy(NoTokenAnywhereTest::assertClean);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 301, 400, 401, 403, 404, 409, 413, 418, 420, 429, 500, 502, 504})
  void notWhenTheAnswerQuotesIt(int status) {
    for (String text : quotes()) {
      try (var telegram = new FakeTelegram()) {
        telegram.answers(
            status,
            "{\"ok\":false,\"error_code\":" + status + ",\"description\":\"" + text + "\"}");
        check(telegram.address());
        telegram.answersPage(status, "<html>" + text + "</html>");
        check(telegram.address());
        telegram.cutShortBy(5);
        check(telegram.address());
      }
    }
  }

  private static List<String> quotes() {
    return List.of(
        "/bot" + TOKEN + "/sendMessage",
        "bot123456789%3A" + SECRET,
        SECRET,
        "message is too long " + TOKEN,
        "x".repeat(490) + TOKEN);
  }

  @Test
  void notWhenTheResultIsUnreadable() {
    try (var telegram = new FakeTelegram()) {
      telegram.answers(200, "{\"ok\":true,\"result\":{\"message_id\":[\"" + TOKEN + "\"]}}");
      check(telegram.address());
    }
  }

  @ParameterizedTest
  @CsvSource({"http, no-such-host.invalid, 80", "https, 127.0.0.1, 0", "http, 127.0.0.1, 0"})
  void notWhenNobodyIsThere(String scheme, String host, int port) throws IOException {
    try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = port == 0 ? closed.getLocalPort() : port;
    }
    check(new TelegramAddress(scheme, host, port));
  }

  @ParameterizedTest
  @CsvSource({
    "http, ''",
    "https, ''",
    "http, 'SSH-2.0-OpenSSH\r\n'",
    "https, 'HTTP/1.1 400 Bad Request\r\n\r\n'",
    "http, 'HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{\"ok\":tr'",
    "http, 'HTTP/1.1 200 OK\r\nContent-Length: nonsense\r\n\r\n'",
    "http, 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n'",
    "http, 'HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\nhello'",
    "http, 'HTTP/1.1 407 Proxy\r\nProxy-Authenticate: Basic realm=x\r\nContent-Length: 0\r\n\r\n'",
    "http, 'HTTP/1.1 401 No\r\nWWW-Authenticate: nonsense\r\nContent-Length: 0\r\n\r\n'",
    "http, 'HTTP/1.1 302 Found\r\n"
        + "Location: /bot123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw0\r\n\r\n"
        + "'"
  })
  void notWhenTheOtherSideIsNoServer(String scheme, String said) throws IOException {
    try (var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> answerAll(server, said));
      check(new TelegramAddress(scheme, "127.0.0.1", server.getLocalPort()));
    }
  }

  private static void answerAll(ServerSocket server, String said) {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        InputStream in = socket.getInputStream();
        in.read(new byte[8192]);
        socket.getOutputStream().write(said.getBytes(UTF_8));
      } catch (IOException e) {
        // The other side is judged by what it makes of this.
      }
    }
  }

  @Test
  void notWhenTheContentCannotBeSent() {
    try (var telegram = new FakeTelegram();
        var connection = new TelegramConnection(telegram.address(), 1)) {
      List<Content> contents =
          List.of(
              TextContent.plain(""),
              new PhotoContent(Media.bytes(new byte[0], TOKEN), "", List.of(), List.of()),
              new PhotoContent(Media.url(""), "", List.of(), List.of()));
      contents.forEach(content -> assertClean(deliver(connection, content).toString()));
    }
  }

  @Test
  void notWhenTheConnectionIsClosed() {
    var connection = new TelegramConnection(new TelegramAddress("http", "127.0.0.1", 9), 1);
    connection.close();

    assertClean(deliver(connection, TextContent.plain("Hi")).toString());
    assertClean(connection.toString());
  }

  private static void check(TelegramAddress address) {
    try (var connection = new TelegramConnection(address, 1)) {
      assertClean(deliver(connection, TextContent.plain("Hi")).toString());
      assertClean(stackTrace(failure(connection)));
    }
  }

  private static Outcome deliver(TelegramConnection connection, Content content) {
    var client = new TelegramBotsClient(connection, TOKEN);
    assertClean(client.toString());
    return client
        .deliver(new TelegramCall("42", content, SendOptions.NONE, null))
        .block(Duration.ofMinutes(1));
  }

  /** What telegrambots itself fails with, which deliver turns into an outcome. */
  private static Throwable failure(TelegramConnection connection) {
    var client =
        new OkHttpTelegramClient(connection.client(), TOKEN, connection.address().toTelegramUrl());
    try {
      CompletableFuture<?> call = client.executeAsync(new SendMessage("42", "Hi"));
      call.orTimeout(10, TimeUnit.SECONDS).join();
      throw new AssertionError("the call succeeded");
    } catch (Exception e) {
      return e;
    }
  }

  private static String stackTrace(Throwable failure) {
    if (failure == null) {
      return "";
    }
    var text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  private static void assertClean(String text) {
    assertThat(text).doesNotContain(TRACES);
  }
}
