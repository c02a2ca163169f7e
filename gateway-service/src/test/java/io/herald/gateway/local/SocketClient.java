package io.herald.gateway.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/** Speaks HTTP through a Unix socket, as curl does with {@code --unix-socket}. */
record SocketClient(Path socket) {

  /** The whole answer: status line, headers, body. */
  String post(String path, String json) throws IOException {
    return ask("POST " + path, "Content-Type: application/json\r\n", json);
  }

  /** The whole answer. */
  String get(String path) throws IOException {
    return ask("GET " + path, "", "");
  }

  private String ask(String line, String headers, String body) throws IOException {
    String request =
        line
            + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
            + headers
            + "Content-Length: "
            + body.getBytes(UTF_8).length
            + "\r\n\r\n"
            + body;
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.connect(UnixDomainSocketAddress.of(socket));
      channel.write(ByteBuffer.wrap(request.getBytes(UTF_8)));
      var answer = new ByteArrayOutputStream();
      ByteBuffer buffer = ByteBuffer.allocate(4096);
      while (channel.read(buffer) >= 0) {
        answer.write(buffer.array(), 0, buffer.position());
        buffer.clear();
      }
      return answer.toString(UTF_8);
    }
  }
}
