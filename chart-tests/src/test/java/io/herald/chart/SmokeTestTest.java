package io.herald.chart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@code helm test} finds out, with its own script and a service that answers. */
class SmokeTestTest {

  private final AtomicInteger readiness = new AtomicInteger(200);
  private final AtomicInteger webhook = new AtomicInteger(401);
  private HttpServer service;

  @BeforeEach
  void start() throws IOException {
    service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    answer("/actuator/health/readiness", readiness);
    answer("/telegram/webhook/main", webhook);
    service.start();
  }

  @AfterEach
  void stop() {
    service.stop(0);
  }

  @Test
  void asksEveryService() {
    var pod = Chart.of("canary").pod("smoke-test");

    assertThat(pod.environment().get("SERVICES").path("value").asString())
        .isEqualTo(
            "http://demo-herald-gateway:8080 http://demo-herald-gateway-canary:8080"
                + " http://demo-herald-bot:8081 http://demo-herald-scheduler:8082"
                + " http://demo-herald-worker:8083");
    assertThat(pod.owner().annotations()).containsEntry(Chart.HOOK, "test");
    assertThat(Chart.of("polling").pod("smoke-test").environment()).doesNotContainKey("WEBHOOK");
  }

  @Test
  void isContentWhereAllIsWell() throws Exception {
    Said said = run();

    assertThat(said.text()).contains("ready: http", "refuses a stranger: 401");
    assertThat(said.status()).isZero();
  }

  @Test
  void failsWhereAServiceIsNotReady() throws Exception {
    readiness.set(503);

    assertThat(run().status()).isPositive();
  }

  @Test
  void failsWhereTheWebhookLetsAStrangerIn() throws Exception {
    webhook.set(200);

    Said said = run();
    assertThat(said.text()).contains("answered a stranger with 200");
    assertThat(said.status()).isPositive();
  }

  private void answer(String path, AtomicInteger status) {
    service.createContext(
        path,
        exchange -> {
          exchange.sendResponseHeaders(status.get(), -1);
          exchange.close();
        });
  }

  private Said run() throws Exception {
    String address = "http://127.0.0.1:" + service.getAddress().getPort();
    String script = Chart.of("canary").pod("smoke-test").at("/containers/0/args/0").asString();
    var builder = new ProcessBuilder(List.of("sh", "-c", script)).redirectErrorStream(true);
    builder.environment().put("SERVICES", address + " " + address);
    builder.environment().put("WEBHOOK", address + "/telegram/webhook/main");
    builder.environment().put("RETRIES", "0");
    Process process = builder.start();
    String text = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Said(process.waitFor(), text);
  }

  private record Said(int status, String text) {}
}
