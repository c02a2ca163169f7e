package io.herald.local.redis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * One inline command over a connection of its own: enough for PING and FLUSHALL without a client
 * library.
 */
final class RedisQuestion {
  private static final int TIMEOUT_MILLIS = 2_000;

  private RedisQuestion() {}

  /**
   * The first line of the answer, with its type sign; empty when Redis closed the connection
   * without one.
   */
  static String ask(int port, String command) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
      BufferedReader answer =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      String line = answer.readLine();
      return line == null ? "" : line;
    }
  }
}
