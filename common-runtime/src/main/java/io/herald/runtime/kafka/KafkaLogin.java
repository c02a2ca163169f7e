package io.herald.runtime.kafka;

import io.herald.runtime.config.EnvironmentVariable;
import io.herald.runtime.config.InvalidSetting;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;

/**
 * Turns {@code KAFKA_SECURITY_PROTOCOL}, {@code KAFKA_SASL_*} and {@code KAFKA_TLS_*} into Spring's
 * settings for every client of Kafka. Without a protocol it does nothing, and {@code
 * spring.kafka.*} says what those who need more want to say. Certificates and the key are PEM.
 */
public final class KafkaLogin implements EnvironmentPostProcessor, Ordered {

  /**
   * {@code PLAINTEXT}, {@code SSL}, {@code SASL_PLAINTEXT} or {@code SASL_SSL}; unset: Spring's
   * {@code spring.kafka.*} decides.
   */
  @EnvironmentVariable private static final String PROTOCOL = "KAFKA_SECURITY_PROTOCOL";

  private static final String USUAL_MECHANISM = "SCRAM-SHA-512";

  /**
   * {@code SCRAM-SHA-512}, {@code SCRAM-SHA-256} or {@code PLAIN}; other mechanisms by Spring's
   * {@code spring.kafka.properties.*}.
   */
  @EnvironmentVariable(fallback = USUAL_MECHANISM)
  private static final String MECHANISM = "KAFKA_SASL_MECHANISM";

  /** The login's name; required with a protocol of SASL. */
  @EnvironmentVariable private static final String USERNAME = "KAFKA_SASL_USERNAME";

  /** The login's password; required with a protocol of SASL. */
  @EnvironmentVariable private static final String PASSWORD = "KAFKA_SASL_PASSWORD";

  /** The authority that signed the brokers' certificates, PEM; unset: the JDK's public ones. */
  @EnvironmentVariable private static final String AUTHORITY = "KAFKA_TLS_CA";

  /** Our own certificate, PEM, where brokers ask for one. */
  @EnvironmentVariable private static final String CERTIFICATE = "KAFKA_TLS_CERTIFICATE";

  /** The key of our own certificate, PKCS 8 in PEM. */
  @EnvironmentVariable private static final String KEY = "KAFKA_TLS_KEY";

  private static final List<String> PROTOCOLS =
      List.of("PLAINTEXT", "SSL", "SASL_PLAINTEXT", "SASL_SSL");
  private static final String MODULES = "org.apache.kafka.common.security.";
  private static final Map<String, String> MODULE_OF =
      Map.of(
          "PLAIN", MODULES + "plain.PlainLoginModule",
          "SCRAM-SHA-256", MODULES + "scram.ScramLoginModule",
          "SCRAM-SHA-512", MODULES + "scram.ScramLoginModule");

  @Override
  public int getOrder() {
    // After the configuration files, which may hold these as well.
    return Ordered.LOWEST_PRECEDENCE;
  }

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    environment
        .getPropertySources()
        .addLast(new MapPropertySource("kafkaLogin", settings(environment)));
  }

  static Map<String, Object> settings(Environment given) {
    String protocol = value(given, PROTOCOL);
    boolean sasl = protocol.startsWith("SASL_");
    if (!protocol.isEmpty() && !PROTOCOLS.contains(protocol)) {
      throw new InvalidSetting(PROTOCOL, "must be one of " + String.join(", ", PROTOCOLS));
    }
    if (!sasl && !value(given, USERNAME).isEmpty()) {
      throw new InvalidSetting(PROTOCOL, "must be SASL_SSL or SASL_PLAINTEXT for a login");
    }
    Map<String, Object> settings = new HashMap<>();
    if (!protocol.isEmpty()) {
      settings.put("spring.kafka.security.protocol", protocol);
    }
    if (sasl) {
      settings.putAll(login(given));
    }
    if (protocol.endsWith("SSL")) {
      settings.putAll(certificates(given));
    }
    return settings;
  }

  private static Map<String, Object> login(Environment given) {
    String mechanism = given.getProperty(MECHANISM, USUAL_MECHANISM).strip();
    String module = MODULE_OF.get(mechanism);
    if (module == null) {
      throw new InvalidSetting(MECHANISM, "must be PLAIN, SCRAM-SHA-256 or SCRAM-SHA-512");
    }
    return Map.of(
        client("sasl.mechanism"),
        mechanism,
        client("sasl.jaas.config"),
        "%s required username=%s password=%s;"
            .formatted(module, quoted(given, USERNAME), quoted(given, PASSWORD)));
  }

  private static Map<String, Object> certificates(Environment given) {
    Map<String, Object> settings = new HashMap<>();
    if (!value(given, AUTHORITY).isEmpty()) {
      settings.put(client("ssl.truststore.type"), "PEM");
      settings.put(client("ssl.truststore.certificates"), value(given, AUTHORITY));
    }
    if (!value(given, CERTIFICATE).isEmpty()) {
      settings.put(client("ssl.keystore.type"), "PEM");
      settings.put(client("ssl.keystore.certificate.chain"), value(given, CERTIFICATE));
      settings.put(client("ssl.keystore.key"), required(given, KEY));
    }
    return settings;
  }

  private static String client(String property) {
    return "spring.kafka.properties[" + property + "]";
  }

  private static String quoted(Environment given, String name) {
    return '"' + required(given, name).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static String required(Environment given, String name) {
    String value = value(given, name);
    if (value.isEmpty()) {
      throw new InvalidSetting(name, "is not set, but " + PROTOCOL + " and the like ask for it");
    }
    return value;
  }

  private static String value(Environment given, String name) {
    return given.getProperty(name, "").strip();
  }
}
