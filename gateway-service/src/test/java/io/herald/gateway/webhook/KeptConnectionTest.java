package io.herald.gateway.webhook;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.gateway.RunningGateway;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import org.junit.jupiter.api.Test;

/**
 * Many requests of one caller over one connection, as Telegram and every client pool sends them.
 */
class KeptConnectionTest {

  private static final int REQUESTS = 3_000;
  private static final int TIMEOUT_MILLIS = 5_000;

  // Redis has to be asked until the key's share is used up: answered by another thread, then at
  // once.
  private static final byte[] REQUEST =
      ("GET /api/telegram/status?user=kept HTTP/1.1\r\nHost: h\r\nX-API-Key: "
              + RunningGateway.CROWD_KEY
              + "\r\n\r\n")
          .getBytes(ISO_8859_1);

  @Test
  void isReadOnAfterEveryAnswer() throws IOException {
    RunningGateway gateway = RunningGateway.shared();
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      var answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
      for (int i = 0; i < REQUESTS; i++) {
        socket.getOutputStream().write(REQUEST);
        assertThat(skipAnswer(answers)).as("length of answer %s", i).isPositive();
      }
    }
  }

  private static int skipAnswer(BufferedReader answers) throws IOException {
    int length = 0;
    String line;
    while (!(line = answers.readLine()).isEmpty()) {
      if (line.toLowerCase().startsWith("content-length:")) {
        length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
      }
    }
    answers.skip(length);
    return length;
  }
}
