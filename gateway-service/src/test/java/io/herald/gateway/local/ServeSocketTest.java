package io.herald.gateway.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herald.gateway.PublishedNotifications;
import io.herald.gateway.ScriptGateway;
import io.herald.gateway.upload.Pictures;
import io.herald.runtime.config.InvalidSetting;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpStatus;
import reactor.netty.resources.LoopResources;

/** The socket of a real gateway, and its file. */
class ServeSocketTest {

  @TempDir private Path folder;

  @Test
  void sendsWithoutAKey() throws IOException {
    String id = "socket-" + UUID.randomUUID();
    SocketClient script = script();

    assertThat(script.post("/send", "{\"user\":\"1\",\"text\":\"hi\"}"))
        .startsWith("HTTP/1.1 202 ");
    assertThat(
            script.post(
                "/api/notifications",
                "{\"id\":\"%s\",\"to\":{\"chat\":\"1\"},\"text\":\"hi\"}".formatted(id)))
        .startsWith("HTTP/1.1 202 ");
    Path photo = ScriptGateway.inside("socket.png", Pictures.png(100));
    assertThat(
            script.post("/send_photo", "{\"user\":\"1\",\"photo_path\":\"%s\"}".formatted(photo)))
        .startsWith("HTTP/1.1 202 ");
    assertThat(script.get("/health")).startsWith("HTTP/1.1 200 ").contains("\"status\":\"ok\"");
    try (PublishedNotifications published = ScriptGateway.gateway().publishedNotifications()) {
      var request = PublishedNotifications.read(published.of(id).getFirst());
      assertThat(request.source()).isEqualTo("socket");
    }
  }

  @Test
  void hasNothingButSending() throws IOException {
    assertThat(script().get("/actuator/health")).startsWith("HTTP/1.1 404 ");
    assertThat(script().get("/")).startsWith("HTTP/1.1 404 ");
    assertThat(script().post("/telegram/webhook/main", "{}")).startsWith("HTTP/1.1 404 ");
    assertThat(script().post("/send", "{}")).startsWith("HTTP/1.1 400 ");
  }

  @Test
  void letsInOwnerAndGroup() throws IOException {
    script();

    assertThat(Files.getPosixFilePermissions(ScriptGateway.socket()))
        .isEqualTo(PosixFilePermissions.fromString("rw-rw----"));
  }

  @Test
  void takesThePlaceOfAnAbandonedSocketAndTidiesUp() throws IOException {
    Path file = folder.resolve("s");
    try (var abandoned = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      abandoned.bind(UnixDomainSocketAddress.of(file));
    }
    assertThat(file).exists();

    LoopResources loops = LoopResources.create("socket-test", 1, true);
    var socket = serve(file, loops);
    socket.start();
    try {
      assertThat(new SocketClient(file).get("/health")).startsWith("HTTP/1.1 204 ");
      assertThatThrownBy(() -> serve(file, loops).start())
          .isInstanceOf(InvalidSetting.class)
          .hasMessageContaining("another process");
    } finally {
      socket.stop();
      loops.disposeLater().block();
    }
    assertThat(file).doesNotExist();
  }

  @Test
  void neverRemovesAFileThatIsNoSocket() throws IOException {
    Path file = Files.writeString(folder.resolve("notes"), "mine");

    assertThatThrownBy(() -> new SocketFile(file).makeWay()).isInstanceOf(InvalidSetting.class);
    assertThat(file).hasContent("mine");
  }

  @Test
  void namesTheSettingThatIsWrong() {
    for (String wrong : new String[] {"relative", "/no/such/folder/s", "/" + "x".repeat(200)}) {
      assertThatThrownBy(() -> new SocketSettings(wrong))
          .isInstanceOf(InvalidSetting.class)
          .hasMessageStartingWith("HERALD_SOCKET: ");
    }
    assertThat(new SocketSettings(" ").path()).isEmpty();
  }

  private static ServeSocket serve(Path file, LoopResources loops) {
    return new ServeSocket(
        Optional.of(new SocketFile(file)),
        (_, response) -> {
          response.setStatusCode(HttpStatus.NO_CONTENT);
          return response.setComplete();
        },
        loops);
  }

  private static SocketClient script() {
    ScriptGateway.gateway();
    return new SocketClient(ScriptGateway.socket());
  }
}
