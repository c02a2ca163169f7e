package io.herald.gateway.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchCertificateTest {

  private static final char[] PASSWORD = "changeit".toCharArray();

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  @TempDir Path folder;

  @Test
  void readsWhenItEndsThoughNobodySignedIt() throws Exception {
    try (SSLServerSocket server = server(10)) {
      Thread.ofVirtual().start(() -> shakeHands(server));
      WatchCertificate watch = watch("https", server.getLocalPort());

      watch.look();

      double tenDays = Instant.now().plus(Duration.ofDays(10)).getEpochSecond();
      assertThat(expires()).isCloseTo(tenDays, within(600.0));
    }
  }

  @Test
  void knowsNothingWhereNobodyAnswers() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    WatchCertificate watch = watch("https", port);

    watch.look();

    assertThat(expires()).isNaN();
  }

  @Test
  void withoutTlsThereIsNoFigure() {
    WatchCertificate watch = watch("http", 80);
    watch.start();

    assertThat(watch.isRunning()).isFalse();
    assertThat(meters.find("herald.certificate.expires").gauge()).isNull();
  }

  private WatchCertificate watch(String scheme, int port) {
    URI address = URI.create(scheme + "://localhost:" + port);
    var read = new ReadCertificate(Duration.ofSeconds(5));
    return new WatchCertificate(address, read, Duration.ofMinutes(1), meters);
  }

  private double expires() {
    return meters.get("herald.certificate.expires").gauge().value();
  }

  private static void shakeHands(SSLServerSocket server) {
    try (SSLSocket client = (SSLSocket) server.accept()) {
      client.startHandshake();
    } catch (IOException _) {
      // The one who looked has gone.
    }
  }

  private SSLServerSocket server(int days) throws Exception {
    Path store = folder.resolve("store.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-validity",
                String.valueOf(days),
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                new String(PASSWORD))
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes());
    assertThat(keytool.waitFor()).as(said).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD);
    }
    KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
    managers.init(keys, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return (SSLServerSocket)
        context.getServerSocketFactory().createServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }
}
