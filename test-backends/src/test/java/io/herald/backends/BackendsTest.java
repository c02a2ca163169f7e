package io.herald.backends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackendsTest {

  @Test
  void sharesOneBrokerAndOneRedis() {
    assertThat(Backends.kafka()).isSameAs(Backends.kafka());
    assertThat(Backends.redis()).isSameAs(Backends.redis());
    assertThat(Backends.properties())
        .containsEntry("KAFKA_BOOTSTRAP_SERVERS", Backends.kafka().bootstrapServers())
        .containsEntry("REDIS_URL", Backends.redis().url());
  }

  @Test
  void ownBrokerComesBackWithItsTopics() throws Exception {
    try (TestKafka kafka = Backends.newKafka()) {
      String address = kafka.bootstrapServers();
      createTopic(address, "kept");

      kafka.stop();
      assertThat(accepts(URI.create("kafka://" + address))).isFalse();
      kafka.start();

      assertThat(kafka.bootstrapServers()).isEqualTo(address);
      assertThat(topics(address)).contains("kept");
    }
  }

  @Test
  void ownRedisComesBackWithItsDataAndForgetsWhenFlushed() throws IOException {
    try (TestRedis redis = Backends.newRedis()) {
      URI url = URI.create(redis.url());
      assertThat(ask(url, "SET kept yes")).isEqualTo("+OK");

      redis.stop();
      assertThat(accepts(url)).isFalse();
      redis.start();
      assertThat(ask(url, "EXISTS kept")).isEqualTo(":1");

      redis.flush();
      assertThat(ask(url, "EXISTS kept")).isEqualTo(":0");
    }
  }

  @Test
  void sourceCanBeForcedAndWrongNamesAreRefused() {
    assertThat(Source.choose("embedded")).isInstanceOf(EmbeddedSource.class);
    assertThat(Source.choose("Containers")).isInstanceOf(ContainerSource.class);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Source.choose("podman"))
        .withMessage("HERALD_TEST_BACKENDS must be embedded or containers, not podman");
  }

  @Test
  void silentOrAbsentDockerIsNoDocker(@TempDir Path folder) throws IOException {
    UnixDomainSocketAddress silent = UnixDomainSocketAddress.of(folder.resolve("docker.sock"));
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(silent);
      assertThat(Docker.answers(silent)).isFalse();
    }
    assertThat(Docker.answers(silent)).as("a socket file without an engine").isFalse();
    assertThat(Docker.addresses("unix://" + folder.resolve("none.sock"))).isEmpty();
  }

  private static void createTopic(String address, String topic)
      throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", address))) {
      admin.createTopics(Set.of(new NewTopic(topic, 1, (short) 1))).all().get();
    }
  }

  private static Set<String> topics(String address)
      throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", address))) {
      return admin.listTopics().names().get();
    }
  }

  private static boolean accepts(URI url) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(url.getHost(), url.getPort()), 1_000);
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  private static String ask(URI redis, String command) throws IOException {
    try (Socket socket = new Socket(redis.getHost(), redis.getPort())) {
      socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
      byte[] answer = new byte[64];
      int length = socket.getInputStream().read(answer);
      return new String(answer, 0, length, StandardCharsets.UTF_8).strip();
    }
  }
}
