package io.herald.local.process;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Tells whether a process can do its work now. */
@FunctionalInterface
public interface Readiness {

  /**
   * One quick question, at most about two seconds.
   *
   * @throws IOException when the process cannot be reached, which counts as "not yet"
   */
  boolean ready() throws IOException;

  /** Ready when a GET of this address answers 200. */
  static Readiness http(URI address) {
    return () -> {
      HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
      connection.setConnectTimeout(1_000);
      connection.setReadTimeout(2_000);
      connection.setInstanceFollowRedirects(false);
      try {
        return connection.getResponseCode() == 200;
      } finally {
        connection.disconnect();
      }
    };
  }
}
