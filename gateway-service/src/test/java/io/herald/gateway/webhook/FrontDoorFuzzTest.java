package io.herald.gateway.webhook;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.gateway.RunningGateway;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is sent: an answer in time that is no server error, 503 excepted. */
class FrontDoorFuzzTest {

  private record Request(String text, boolean wellFramed) {

    byte[] bytes() {
      return text.getBytes(ISO_8859_1);
    }
  }

  private static final int TIMEOUT_MILLIS = 5_000;

  private static final String[] METHODS = {
    "POST", "POST", "POST", "GET", "HEAD", "PUT", "OPTIONS", "CONNECT", "post", "X", "P\u00d6ST"
  };
  private static final String[] PATHS = {
    "/telegram/webhook/main",
    "/telegram/webhook/alerts",
    "/api/telegram/webhook",
    "/telegram/webhook/",
    "/telegram/webhook/main?x=%zz",
    "/telegram/webhook/%",
    "*",
    "",
    "/telegram/webhook/main#x",
    "//telegram/webhook/main",
    "/telegram/webhook/../webhook/main",
    "http://elsewhere/telegram/webhook/main",
    "/telegram/webhook/ma in",
    "/actuator/health"
  };
  private static final String[] HEADERS = {
    "X-Telegram-Bot-Api-Secret-Token: " + RunningGateway.SECRET,
    "X-Telegram-Bot-Api-Secret-Token: " + RunningGateway.SECRET,
    "X-Telegram-Bot-Api-Secret-Token: \u00ff\u0001",
    "X-Telegram-Bot-Api-Secret-Token:",
    "X-Forwarded-For: 198.51.100.7, ,\"",
    "X-Forwarded-For: " + "1.2.3.4,".repeat(500),
    "Content-Type: nonsense",
    "Content-Type: application/json; charset=utf-99",
    "Content-Encoding: gzip",
    "Content-Length: -1",
    "Content-Length: 9999999999",
    "Content-Length: 5",
    "Transfer-Encoding: chunked",
    "Expect: 100-continue",
    "Expect: miracles",
    "Upgrade: h2c",
    "Accept: /",
    "no colon at all",
    ": nameless",
    "X: " + "y".repeat(9000)
  };
  private static final String[] BODIES = {
    "{\"update_id\":1}",
    "{\"update_id\":1,\"message\":{\"chat\":{\"id\":1}}}",
    "[".repeat(2000),
    "{",
    "0\r\n\r\n",
    "5\r\n{\"upd\r\n",
    "\u0000\u00ff\u00fe",
    ""
  };

  @Property(tries = 200)
  void alwaysAnswers(@ForAll("requests") Request request) throws IOException {
    int status = status(request.bytes(), request.wellFramed());

    // 0: the connection was closed without a word, as to what is no HTTP.
    assertThat(status).matches(s -> s == 0 || (s >= 200 && s < 500) || s == 503, "an answer");
  }

  @Property(tries = 200)
  void answersAuthenticPostsOfAnything(@ForAll byte[] body) throws IOException {
    String head =
        "POST /telegram/webhook/main HTTP/1.1\r\nHost: h\r\nConnection: close\r\n"
            + "X-Telegram-Bot-Api-Secret-Token: %s\r\n".formatted(RunningGateway.SECRET)
            + "X-Forwarded-For: %s\r\nContent-Length: %d\r\n\r\n"
                .formatted(address(body), body.length);

    assertThat(status((head + new String(body, ISO_8859_1)).getBytes(ISO_8859_1), true))
        .isIn(200, 400, 429, 503);
  }

  @Provide
  Arbitrary<Request> requests() {
    Arbitrary<List<String>> headers = Arbitraries.of(HEADERS).list().ofMaxSize(4);
    Arbitrary<String> bodies =
        Arbitraries.oneOf(
            Arbitraries.of(BODIES), Arbitraries.strings().withCharRange('\0', '\u00ff'));
    return Combinators.combine(Arbitraries.of(METHODS), Arbitraries.of(PATHS), headers, bodies)
        .as(FrontDoorFuzzTest::request);
  }

  private static Request request(String method, String path, List<String> headers, String body) {
    StringBuilder request =
        new StringBuilder(method).append(' ').append(path).append(" HTTP/1.1\r\nHost: h\r\n");
    headers.forEach(header -> request.append(header).append("\r\n"));
    boolean framed = headers.stream().anyMatch(FrontDoorFuzzTest::frames);
    if (!framed) {
      request.append("Content-Length: ").append(body.length()).append("\r\n");
    }
    request.append("Connection: close\r\n\r\n").append(body);
    return new Request(request.toString(), !framed);
  }

  private static boolean frames(String header) {
    return header.startsWith("Content-Length") || header.startsWith("Transfer-Encoding");
  }

  private static String address(byte[] body) {
    return "203.0." + (body.length & 0x7f) + '.' + (body.length == 0 ? 0 : body[0] & 0xff);
  }

  /** The final status; a read that takes too long fails. */
  private static int status(byte[] request, boolean wellFramed) throws IOException {
    int port = RunningGateway.shared().port();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(TIMEOUT_MILLIS);
      socket.getOutputStream().write(request);
      if (!wellFramed) {
        // Nothing more will come: who was told of a longer body need not wait for it.
        socket.shutdownOutput();
      }
      return statusOf(readAll(socket.getInputStream()));
    } catch (SocketException closed) {
      return 0;
    }
  }

  private static String readAll(InputStream answer) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try {
      answer.transferTo(bytes);
    } catch (SocketException reset) {
      // What came before counts.
    }
    return bytes.toString(ISO_8859_1);
  }

  private static int statusOf(String answer) {
    String last = answer.replaceFirst("(?s)^(HTTP/1\\.1 100 .*?\r\n\r\n)*", "");
    return last.startsWith("HTTP/1.1 ") ? Integer.parseInt(last.substring(9, 12)) : 0;
  }
}
