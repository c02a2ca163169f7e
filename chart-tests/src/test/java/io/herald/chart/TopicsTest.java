package io.herald.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.model.topic.TopicSpec;
import io.herald.model.topic.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job that makes the topics, where services may not. */
class TopicsTest {

  @TempDir private Path folder;

  @Test
  void theListIsThatOfTheServices() {
    List<String> lines =
        Chart.file("files/topics.txt").lines().filter(it -> !it.startsWith("#")).toList();

    assertThat(lines).containsExactlyElementsOf(Topics.ALL.stream().map(TopicsTest::line).toList());
  }

  @Test
  void theJobComesFirstAndWithItsOwnLogin() {
    Manifest job = Chart.of("everything").one("Job", "demo-herald-topics");

    assertThat(job.annotations()).containsEntry(Chart.HOOK, "pre-install,pre-upgrade");
    assertThat(job.at("/spec/template/spec/containers/0/env").toString())
        .contains("{\"name\":\"PARTITIONS\",\"value\":\"12\"}")
        .contains("{\"name\":\"REPLICAS\",\"value\":\"3\"}")
        .contains("\"secretKeyRef\":{\"name\":\"kafka-admin\",\"key\":\"KAFKA_SASL_PASSWORD\"}");
  }

  @Test
  void everyTopicIsMadeWithItsSettings() throws Exception {
    List<String> calls = run(Map.of("SECURITY_PROTOCOL", "PLAINTEXT"));

    assertThat(calls).hasSize(Topics.ALL.size());
    assertThat(calls.getFirst())
        .isEqualTo(
            "--bootstrap-server kafka:9092 --command-config CLIENT --create --if-not-exists"
                + " --topic herald.updates --partitions 6 --replication-factor 3"
                + " --config max.message.bytes=2097152 --config retention.ms=604800000");
    assertThat(Files.readString(folder.resolve("client")))
        .isEqualTo("security.protocol=PLAINTEXT\n");
  }

  @Test
  void theLoginReachesKafkasToolsWhateverItIs() throws Exception {
    run(
        Map.of(
            "SECURITY_PROTOCOL", "SASL_SSL",
            "SASL_MECHANISM", "SCRAM-SHA-512",
            "SASL_USERNAME", "admin",
            "SASL_PASSWORD", "a\"b\\c d",
            "TLS_CA", "/run/herald/kafka-tls/ca.crt"));
    var client = new Properties();
    try (var in = Files.newBufferedReader(folder.resolve("client"))) {
      client.load(in);
    }

    assertThat(client.getProperty("sasl.jaas.config"))
        .isEqualTo(
            "org.apache.kafka.common.security.scram.ScramLoginModule required"
                + " username=\"admin\" password=\"a\\\"b\\\\c d\";");
    assertThat(client.getProperty("sasl.mechanism")).isEqualTo("SCRAM-SHA-512");
    assertThat(client.getProperty("ssl.truststore.location"))
        .isEqualTo("/run/herald/kafka-tls/ca.crt");
  }

  /** Runs the job's own script with a stand-in for Kafka's tool; what it was called with. */
  private List<String> run(Map<String, String> environment) throws Exception {
    Path tool = folder.resolve("kafka-topics.sh");
    Files.writeString(
        tool,
        """
        #!/bin/bash
        cp "$4" '%1$s/client'
        echo "${@//$4/CLIENT}" >>'%1$s/calls'
        """
            .formatted(folder));
    tool.toFile().setExecutable(true);
    var job = Chart.of("everything").pod("topics");
    List<String> command = new ArrayList<>(List.of("bash", "-c"));
    command.add(job.at("/containers/0/args/0").asString());
    var process = new ProcessBuilder(command).inheritIO();
    process.environment().clear();
    process.environment().putAll(given(job));
    process.environment().putAll(environment);
    assertThat(process.start().waitFor()).isZero();
    return Files.readAllLines(folder.resolve("calls"));
  }

  private Map<String, String> given(Pod job) {
    Map<String, String> given = new HashMap<>();
    given.put("PATH", System.getenv("PATH"));
    given.put("KAFKA_BIN", folder.toString());
    given.put("BOOTSTRAP_SERVERS", "kafka:9092");
    given.put("PARTITIONS", "6");
    given.put("REPLICAS", "3");
    given.put("TOPICS", job.environment().get("TOPICS").path("value").asString());
    return given;
  }

  private static String line(TopicSpec topic) {
    String kept =
        topic.isCompacted()
            ? "cleanup.policy=compact"
            : "retention.ms=" + topic.retention().toMillis();
    String untouched =
        topic.untouched().isPositive()
            ? " min.compaction.lag.ms=" + topic.untouched().toMillis()
            : "";
    return topic.name()
        + " max.message.bytes="
        + TopicSpec.MAX_RECORD_BYTES
        + " "
        + kept
        + untouched;
  }
}
