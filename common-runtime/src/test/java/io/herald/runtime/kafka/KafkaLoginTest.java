package io.herald.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.herald.runtime.config.GivenEnvironment;
import io.herald.runtime.config.InvalidSetting;
import io.herald.runtime.config.SharedDefaults;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.security.JaasContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;

class KafkaLoginTest {

  private static final Map<String, String> SASL =
      Map.of(
          "KAFKA_SECURITY_PROTOCOL", "SASL_SSL",
          "KAFKA_SASL_USERNAME", "herald",
          "KAFKA_SASL_PASSWORD", "hidden",
          "KAFKA_TLS_CA", "-----BEGIN CERTIFICATE-----");

  @Test
  void saysNothingWhereNothingIsSaid() {
    assertThat(KafkaLogin.settings(new GivenEnvironment(Map.of()))).isEmpty();
  }

  @Test
  void everyClientLogsIn() {
    var kafka = kafka(SASL);

    for (var client :
        new Map<?, ?>[] {
          kafka.buildAdminProperties(),
          kafka.buildConsumerProperties(),
          kafka.buildProducerProperties()
        }) {
      assertThat(client.get("security.protocol")).isEqualTo("SASL_SSL");
      assertThat(client.get("sasl.mechanism")).isEqualTo("SCRAM-SHA-512");
      assertThat(client.get("sasl.jaas.config"))
          .isEqualTo(
              "org.apache.kafka.common.security.scram.ScramLoginModule required"
                  + " username=\"herald\" password=\"hidden\";");
      assertThat(client.get("ssl.truststore.type")).isEqualTo("PEM");
      assertThat(client.get("ssl.truststore.certificates"))
          .isEqualTo("-----BEGIN CERTIFICATE-----");
    }
  }

  @Test
  void showsACertificateOfItsOwn() {
    var settings =
        kafka(
                Map.of(
                    "KAFKA_SECURITY_PROTOCOL", "SSL",
                    "KAFKA_TLS_CERTIFICATE", "chain",
                    "KAFKA_TLS_KEY", "key"))
            .buildAdminProperties();

    assertThat(settings)
        .containsEntry("security.protocol", "SSL")
        .containsEntry("ssl.keystore.type", "PEM")
        .containsEntry("ssl.keystore.certificate.chain", "chain")
        .containsEntry("ssl.keystore.key", "key")
        .doesNotContainKeys("sasl.jaas.config", "ssl.truststore.type");
  }

  @Test
  void springsOwnSettingsWin() {
    var given = new HashMap<>(SASL);
    given.put("SPRING_KAFKA_SECURITY_PROTOCOL", "SASL_PLAINTEXT");

    assertThat(kafka(given).buildAdminProperties())
        .containsEntry("security.protocol", "SASL_PLAINTEXT");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\"b", "a\\b", "\\\"", "p=w; x", "'", "with space"})
  void anyPasswordReachesKafkaAsItIs(String password) {
    var given = new HashMap<>(SASL);
    given.put("KAFKA_SASL_PASSWORD", password);
    var jaas = (String) kafka(given).buildAdminProperties().get("sasl.jaas.config");

    var login = JaasContext.loadClientContext(Map.of("sasl.jaas.config", new Password(jaas)));

    assertThat(login.configurationEntries())
        .singleElement()
        .satisfies(entry -> assertThat(entry.getOptions().get("password")).isEqualTo(password));
  }

  @ParameterizedTest
  @CsvSource({
    "KAFKA_SECURITY_PROTOCOL, TLS, KAFKA_SECURITY_PROTOCOL: must be one of",
    "KAFKA_SECURITY_PROTOCOL, SSL, KAFKA_SECURITY_PROTOCOL: must be SASL_SSL",
    "KAFKA_SASL_MECHANISM, GSSAPI, KAFKA_SASL_MECHANISM: must be PLAIN",
    "KAFKA_SASL_PASSWORD, '', KAFKA_SASL_PASSWORD: is not set",
    "KAFKA_TLS_CERTIFICATE, chain, KAFKA_TLS_KEY: is not set"
  })
  void namesWhatIsWrongWithoutTellingIt(String variable, String value, String message) {
    var given = new HashMap<>(SASL);
    given.put(variable, value);

    assertThatExceptionOfType(InvalidSetting.class)
        .isThrownBy(() -> KafkaLogin.settings(new GivenEnvironment(given)))
        .withMessageStartingWith(message)
        .withMessageNotContaining("hidden");
  }

  private static KafkaProperties kafka(Map<String, String> variables) {
    var environment = new GivenEnvironment(variables);
    new SharedDefaults().postProcessEnvironment(environment, new SpringApplication());
    new KafkaLogin().postProcessEnvironment(environment, new SpringApplication());
    return Binder.get(environment).bindOrCreate("spring.kafka", KafkaProperties.class);
  }
}
