package io.herald.backends;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.testcontainers.DockerClientFactory;

/**
 * Whether a Docker engine answers. Testcontainers alone can take a minute to find out that there is
 * none.
 */
final class Docker {
  private static final long TIMEOUT_MILLIS = 1_000;

  private Docker() {}

  static boolean answers() {
    String host = System.getenv().getOrDefault("DOCKER_HOST", "");
    return addresses(host).stream().anyMatch(Docker::answers)
        && DockerClientFactory.instance().isDockerAvailable();
  }

  /** Where an engine may listen; empty when there is no such place on this machine. */
  static List<SocketAddress> addresses(String host) {
    if (host.startsWith("tcp:") || host.startsWith("http")) {
      URI uri = URI.create(host);
      return List.of(new InetSocketAddress(uri.getHost(), uri.getPort()));
    }
    List<Path> sockets =
        host.startsWith("unix:")
            ? List.of(Path.of(URI.create(host).getPath()))
            : List.of(
                Path.of("/var/run/docker.sock"),
                Path.of(System.getProperty("user.home"), ".docker", "run", "docker.sock"));
    return sockets.stream()
        .filter(Files::exists)
        .map(path -> (SocketAddress) UnixDomainSocketAddress.of(path))
        .toList();
  }

  /**
   * An engine says something, be it only that it wants TLS; a socket file without an engine
   * refuses, a stuck one is silent.
   */
  static boolean answers(SocketAddress address) {
    return CompletableFuture.supplyAsync(() -> ping(address), Thread::startVirtualThread)
        .completeOnTimeout(false, TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)
        .exceptionally(_ -> false)
        .join();
  }

  private static boolean ping(SocketAddress address) {
    boolean local = address instanceof UnixDomainSocketAddress;
    try (SocketChannel channel =
        SocketChannel.open(local ? StandardProtocolFamily.UNIX : StandardProtocolFamily.INET)) {
      channel.connect(address);
      channel.write(
          ByteBuffer.wrap(
              "GET /_ping HTTP/1.0\r\nHost: docker\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
      return channel.read(ByteBuffer.allocate(64)) > 0;
    } catch (IOException e) {
      throw new CompletionException(e);
    }
  }
}
