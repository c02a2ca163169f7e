package io.herald.gateway.watch;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** Reads until when the certificates of an address are good. */
final class ReadCertificate {

  private static final int HTTPS = 443;

  private final int timeoutMillis;

  ReadCertificate(Duration timeout) {
    this.timeoutMillis = Math.toIntExact(timeout.toMillis());
  }

  /**
   * When the first certificate of the chain ends; blocks for as long as the time-out.
   *
   * @throws IOException when nobody speaks TLS there
   */
  Instant endOf(URI address) throws IOException {
    int port = address.getPort() < 0 ? HTTPS : address.getPort();
    try (Socket plain = new Socket()) {
      plain.connect(new InetSocketAddress(address.getHost(), port), timeoutMillis);
      plain.setSoTimeout(timeoutMillis);
      var factory = context().getSocketFactory();
      try (SSLSocket tls = (SSLSocket) factory.createSocket(plain, address.getHost(), port, true)) {
        tls.startHandshake();
        return Arrays.stream(tls.getSession().getPeerCertificates())
            .map(X509Certificate.class::cast)
            .map(certificate -> certificate.getNotAfter().toInstant())
            .min(Comparator.naturalOrder())
            .orElseThrow();
      }
    }
  }

  private static SSLContext context() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new AnyCertificate()}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has TLS", e);
    }
  }

  /**
   * Nothing is said to whoever answers, and nothing believed but a date: one that has ended or that
   * was made by hand is to be read as well.
   */
  private static final class AnyCertificate extends X509ExtendedTrustManager {

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(
        X509Certificate[] chain, String type, javax.net.ssl.SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(
        X509Certificate[] chain, String type, javax.net.ssl.SSLEngine engine) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
