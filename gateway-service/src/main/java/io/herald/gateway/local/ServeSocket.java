package io.herald.gateway.local;

import io.netty.channel.unix.DomainSocketAddress;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.resources.LoopResources;

/**
 * Serves the gateway's sending half on a Unix socket, from when it can take requests to its end.
 */
final class ServeSocket implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(ServeSocket.class);
  private static final Duration DRAIN = Duration.ofSeconds(3);
  // With the web server: after everything that requests need, and gone before it.
  private static final int PHASE = Integer.MAX_VALUE - 2048;

  private final Optional<SocketFile> file;
  private final HttpHandler gateway;
  private final LoopResources loops;
  private volatile @Nullable DisposableServer server;

  ServeSocket(Optional<SocketFile> file, HttpHandler gateway, LoopResources loops) {
    this.file = file;
    this.gateway = gateway;
    this.loops = loops;
  }

  /** Not without a file to serve it at. */
  @Override
  public boolean isAutoStartup() {
    return file.isPresent();
  }

  @Override
  public void start() {
    file.ifPresent(this::serve);
  }

  private void serve(SocketFile at) {
    at.makeWay();
    server =
        HttpServer.create()
            .runOn(loops)
            .bindAddress(() -> new DomainSocketAddress(at.path().toFile()))
            .handle(new ReactorHttpHandlerAdapter(new SocketDoor(gateway)))
            .bindNow();
    at.guard();
    log.info("Scripts of this machine can send through {}", at.path());
  }

  @Override
  public void stop() {
    DisposableServer serving = server;
    server = null;
    if (serving != null) {
      serving.disposeNow(DRAIN);
      file.ifPresent(SocketFile::remove);
    }
  }

  @Override
  public boolean isRunning() {
    return server != null;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }
}
