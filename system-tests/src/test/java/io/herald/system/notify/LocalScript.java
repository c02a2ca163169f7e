package io.herald.system.notify;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.model.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/** A script on the gateway's own machine, which needs no key. */
record LocalScript(Path socket) {

  /** Posts JSON; the whole answer. */
  String post(String path, Object body) {
    byte[] json = Json.write(body);
    String head =
        """
        POST %s HTTP/1.1\r
        Host: localhost\r
        Content-Type: application/json\r
        Content-Length: %d\r
        Connection: close\r
        \r
        """
            .formatted(path, json.length);
    try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
      channel.write(ByteBuffer.wrap(head.getBytes(UTF_8)));
      channel.write(ByteBuffer.wrap(json));
      return new String(Channels.newInputStream(channel).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
