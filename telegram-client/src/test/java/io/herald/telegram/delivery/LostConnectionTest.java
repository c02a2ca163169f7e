package io.herald.telegram.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.model.message.OnUnknown;
import io.herald.model.message.OutboundMessage;
import io.herald.model.message.TextContent;
import io.herald.telegram.http.TelegramAddress;
import io.herald.telegram.http.TelegramConnection;
import io.herald.telegram.outcome.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a cut means depends on whether the request had left. */
class LostConnectionTest {

  private static final String TOKEN = "123456:AbC-dEf_gHi";

  @Test
  void mayRetryWhenNobodyListens() throws IOException {
    int port;
    try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }
    assertThat(deliver("http", port, "Hi")).isInstanceOf(Outcome.Retryable.class);
  }

  @Test
  void mayRetryWhenTheHostIsUnknown() {
    var address = new TelegramAddress("http", "no-such-host.invalid", 80);
    assertThat(deliver(address, "Hi")).isInstanceOf(Outcome.Retryable.class);
  }

  @Test
  void mayRetryWhenTheHandshakeFails() throws IOException {
    assertThat(deliverTo("https", "Hi", Socket::close)).isInstanceOf(Outcome.Retryable.class);
  }

  @Test
  void mayRetryWhenTheRequestWasNeverWholeSent() throws IOException {
    // More than the sockets' buffers hold: writing fails before the body's end.
    String large = "x".repeat(32 << 20);

    assertThat(deliverTo("http", large, LostConnectionTest::reset))
        .isInstanceOf(Outcome.Retryable.class);
  }

  @Test
  void doesNotKnowWhenTheConnectionIsCutAfterTheRequest() throws IOException {
    assertThat(
            deliverTo(
                "http",
                "Hi",
                socket -> {
                  readRequest(socket);
                  socket.close();
                }))
        .isInstanceOfSatisfying(Outcome.Unknown.class, LostConnectionTest::namesNoToken);
  }

  @Test
  void doesNotKnowWhenTheAnswerIsCutInItsMiddle() throws IOException {
    assertThat(
            deliverTo(
                "http",
                "Hi",
                socket -> {
                  readRequest(socket);
                  socket
                      .getOutputStream()
                      .write(
                          "HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{\"ok\":tr"
                              .getBytes(UTF_8));
                  socket.close();
                }))
        .isInstanceOfSatisfying(Outcome.Unknown.class, LostConnectionTest::namesNoToken);
  }

  @Test
  void doesNotKnowWhenTheAnswerIsNotHttp() throws IOException {
    assertThat(
            deliverTo(
                "http",
                "Hi",
                socket -> {
                  readRequest(socket);
                  socket.getOutputStream().write("SSH-2.0-OpenSSH\r\n".getBytes(UTF_8));
                  socket.close();
                }))
        .isInstanceOf(Outcome.Unknown.class);
  }

  private static void namesNoToken(Outcome.Unknown unknown) {
    assertThat(unknown.reason()).doesNotContain("AbC");
  }

  private interface Conversation {
    void hold(Socket socket) throws IOException;
  }

  private static Outcome deliverTo(String scheme, String text, Conversation conversation)
      throws IOException {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual()
          .start(() -> {
            try (Socket socket = server.accept()) {
              conversation.hold(socket);
            } catch (IOException e) {
              // The test sees the outcome.
            }
          });
      return deliver(scheme, server.getLocalPort(), text);
    }
  }

  private static Outcome deliver(String scheme, int port, String text) {
    return deliver(new TelegramAddress(scheme, "127.0.0.1", port), text);
  }

  private static Outcome deliver(TelegramAddress address, String text) {
    var message =
        new OutboundMessage(
            "1.0.0",
            "a",
            "main",
            "42",
            TextContent.plain(text),
            Instant.EPOCH,
            Instant.MAX,
            OnUnknown.RESEND);
    try (var connection = new TelegramConnection(address, 1)) {
      return new TelegramBotsClient(connection, TOKEN)
          .deliver(TelegramCall.send(message))
          .block(Duration.ofMinutes(1));
    }
  }

  private static void reset(Socket socket) throws IOException {
    socket.getInputStream().readNBytes(1024);
    socket.setSoLinger(true, 0);
    socket.close();
  }

  /** Reads headers and body; the body is the rest of what one small write brings. */
  private static void readRequest(Socket socket) throws IOException {
    var in = socket.getInputStream();
    var seen = new StringBuilder();
    while (!seen.toString().endsWith("}")) {
      seen.append((char) in.read());
    }
  }
}
