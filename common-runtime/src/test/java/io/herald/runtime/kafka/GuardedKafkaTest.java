package io.herald.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herald.backends.BesideOthers;
import io.herald.local.kafka.EmbeddedKafka;
import io.herald.runtime.config.GivenEnvironment;
import io.herald.runtime.config.SharedDefaults;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;

/** A real broker that wants a login, a certificate, and TLS with an authority of its own. */
@BesideOthers
class GuardedKafkaTest {

  private static final String PASSWORD = "a \"quoted\\ one\"";

  @TempDir private static Path folder;
  private static OwnCertificate certificate;
  private static EmbeddedKafka kafka;

  @BeforeAll
  static void start() throws Exception {
    certificate = OwnCertificate.in(folder);
    kafka = new EmbeddedKafka(0, folder.resolve("broker"), guarded());
    kafka.start();
  }

  @AfterAll
  static void stop() {
    kafka.close();
  }

  @Test
  void letsInWhoHasLoginAndCertificate() throws Exception {
    assertThat(clusterId(client(Map.of()))).isNotEmpty();
  }

  @Test
  void letsInByScramAsWell() throws Exception {
    try (Admin admin = Admin.create(client(Map.of()))) {
      var info = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096);
      var scram = new UserScramCredentialUpsertion("worker", info, PASSWORD);
      admin.alterUserScramCredentials(List.of(scram)).all().get(20, TimeUnit.SECONDS);
    }
    var scram = Map.of("KAFKA_SASL_MECHANISM", "SCRAM-SHA-512", "KAFKA_SASL_USERNAME", "worker");

    assertThat(clusterId(client(scram))).isNotEmpty();
  }

  @Test
  void keepsOutWhoHasNot() throws Exception {
    var stranger = client(Map.of("KAFKA_SASL_PASSWORD", "wrong"));
    var without = client(Map.of("KAFKA_TLS_CERTIFICATE", "", "KAFKA_TLS_KEY", ""));
    var trusting = client(Map.of("KAFKA_TLS_CA", ""));

    assertThatThrownBy(() -> clusterId(stranger))
        .hasCauseInstanceOf(SaslAuthenticationException.class);
    assertThatThrownBy(() -> clusterId(without))
        .hasCauseInstanceOf(SslAuthenticationException.class);
    assertThatThrownBy(() -> clusterId(trusting))
        .hasCauseInstanceOf(SslAuthenticationException.class);
  }

  private static String clusterId(Map<String, Object> client) throws Exception {
    try (Admin admin = Admin.create(client)) {
      return admin.describeCluster().clusterId().get(20, TimeUnit.SECONDS);
    }
  }

  /** What a service's clients are made of, with all that the broker wants but for these. */
  private static Map<String, Object> client(Map<String, String> but) throws Exception {
    Map<String, String> given = new HashMap<>();
    given.put("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
    given.put("KAFKA_SECURITY_PROTOCOL", "SASL_SSL");
    given.put("KAFKA_SASL_MECHANISM", "PLAIN");
    given.put("KAFKA_SASL_USERNAME", "herald");
    given.put("KAFKA_SASL_PASSWORD", PASSWORD);
    given.put("KAFKA_TLS_CA", certificate.certificate());
    given.put("KAFKA_TLS_CERTIFICATE", certificate.certificate());
    given.put("KAFKA_TLS_KEY", certificate.key());
    given.putAll(but);
    var environment = new GivenEnvironment(given);
    new SharedDefaults().postProcessEnvironment(environment, new SpringApplication());
    new KafkaLogin().postProcessEnvironment(environment, new SpringApplication());
    return Binder.get(environment)
        .bindOrCreate("spring.kafka", KafkaProperties.class)
        .buildAdminProperties();
  }

  private static Map<String, String> guarded() {
    String modules = "org.apache.kafka.common.security.";
    String password = PASSWORD.replace("\\", "\\\\").replace("\"", "\\\"");
    return Map.ofEntries(
        Map.entry("listener.security.protocol.map", "PLAINTEXT:SASL_SSL,CONTROLLER:PLAINTEXT"),
        Map.entry("inter.broker.listener.name", "PLAINTEXT"),
        Map.entry("sasl.mechanism.inter.broker.protocol", "PLAIN"),
        Map.entry("sasl.enabled.mechanisms", "PLAIN,SCRAM-SHA-512"),
        Map.entry(
            "listener.name.plaintext.plain.sasl.jaas.config",
            "%splain.PlainLoginModule required username=\"herald\" password=\"%s\" user_herald=\"%s\";"
                .formatted(modules, password, password)),
        Map.entry(
            "listener.name.plaintext.scram-sha-512.sasl.jaas.config",
            modules + "scram.ScramLoginModule required;"),
        Map.entry("listener.name.plaintext.ssl.client.auth", "required"),
        Map.entry("ssl.keystore.type", "PKCS12"),
        Map.entry("ssl.keystore.location", certificate.file().toString()),
        Map.entry("ssl.keystore.password", OwnCertificate.PASSWORD),
        Map.entry("ssl.key.password", OwnCertificate.PASSWORD),
        Map.entry("ssl.truststore.type", "PKCS12"),
        Map.entry("ssl.truststore.location", certificate.file().toString()),
        Map.entry("ssl.truststore.password", OwnCertificate.PASSWORD));
  }
}
