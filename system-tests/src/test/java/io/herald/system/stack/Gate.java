package io.herald.system.stack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A port that hands bytes on to another one of this machine, and that can be closed: then
 * connections are cut and new ones refused, while whoever is behind it keeps its memory.
 */
public final class Gate implements AutoCloseable {

  private final int target;
  private final int port;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile ServerSocket server;

  private Gate(int target, ServerSocket server) {
    this.target = target;
    this.server = server;
    this.port = server.getLocalPort();
    serve(server);
  }

  /** An open gate to that port. */
  static Gate to(int target) {
    return new Gate(target, listening(0));
  }

  int port() {
    return port;
  }

  /** Opens it again, on the same port. */
  public synchronized void open() {
    server = listening(port);
    serve(server);
  }

  /** Cuts every connection and takes no more. */
  @Override
  public synchronized void close() {
    quietly(server);
    open.forEach(Gate::quietly);
  }

  private static ServerSocket listening(int port) {
    try {
      ServerSocket socket = new ServerSocket();
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return socket;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void serve(ServerSocket listening) {
    Thread.ofVirtual()
        .start(() -> {
          while (!listening.isClosed()) {
            try {
              connect(listening.accept());
            } catch (IOException _) {
              // Closed, or the one who came is gone already.
            }
          }
        });
  }

  private void connect(Socket client) throws IOException {
    open.add(client);
    Socket behind = new Socket(InetAddress.getLoopbackAddress(), target);
    open.add(behind);
    client.setTcpNoDelay(true);
    behind.setTcpNoDelay(true);
    Thread.ofVirtual().start(() -> pump(client, behind));
    Thread.ofVirtual().start(() -> pump(behind, client));
    if (server.isClosed()) {
      close();
    }
  }

  private void pump(Socket from, Socket to) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      in.transferTo(to.getOutputStream());
    } catch (IOException _) {
      // One side has gone; so does the other.
    }
    open.remove(from);
    open.remove(to);
  }

  private static void quietly(AutoCloseable socket) {
    try {
      socket.close();
    } catch (Exception _) {
      // It was closed already.
    }
  }
}
