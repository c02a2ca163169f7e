package io.herald.runtime.kafka;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/**
 * A certificate for the loopback address that nobody has signed but itself.
 *
 * @param file the PKCS 12 store with it and its key
 * @param store the same, read
 */
record OwnCertificate(Path file, KeyStore store) {

  static final String PASSWORD = "of-the-store";
  private static final String ALIAS = "own";

  static OwnCertificate in(Path folder) throws Exception {
    Path file = folder.resolve("own.p12");
    Path tool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    String arguments =
        "-genkeypair -alias %s -keyalg EC -validity 2 -dname CN=herald -ext SAN=IP:127.0.0.1"
            + " -storetype PKCS12 -storepass %s -keystore %s";
    String[] words = (tool + " " + arguments.formatted(ALIAS, PASSWORD, file)).split(" ");
    if (new ProcessBuilder(words).inheritIO().start().waitFor() != 0) {
      throw new IOException("keytool made no certificate");
    }
    return new OwnCertificate(file, KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray()));
  }

  /** The certificate in PEM. */
  String certificate() throws GeneralSecurityException {
    return pem("CERTIFICATE", store.getCertificate(ALIAS).getEncoded());
  }

  /** Its private key in PEM, PKCS 8. */
  String key() throws GeneralSecurityException {
    return pem("PRIVATE KEY", store.getKey(ALIAS, PASSWORD.toCharArray()).getEncoded());
  }

  private static String pem(String kind, byte[] bytes) {
    String text = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(bytes);
    return "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n";
  }
}
