package io.herald.gateway.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.gateway.ApiClient;
import io.herald.gateway.RunningGateway;
import io.herald.runtime.access.MintToken;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;

/** Somebody who asks for schedules. */
record Asking(RunningGateway gateway, String user, String header, String proof) {

  /** A person whom nobody has seen before. */
  static Asking person(RunningGateway gateway, String name) {
    String user = name + '-' + UUID.randomUUID() + "@example.com";
    String token = gateway.part(MintToken.class).mint(user, Duration.ofMinutes(5)).token();
    return new Asking(gateway, user, "Authorization", "Bearer " + token);
  }

  static Asking program(RunningGateway gateway, String key) {
    return new Asking(gateway, "", "X-API-Key", key);
  }

  /** A message to themselves, every day. */
  String daily(String more) {
    return """
    {"timing":{"cron":"0 9 * * *","zone":"Europe/Berlin"},
     "payload":{"notification":{"to":{"user":"%s"},"text":"Good morning"}}%s}
    """
        .formatted(user, more);
  }

  /** Makes such a one; its path. */
  String make(String more) {
    HttpResponse<String> made = post("/api/schedules", daily(more));
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    return made.headers().firstValue("Location").orElseThrow();
  }

  HttpResponse<String> get(String path) {
    return send("GET", path, "");
  }

  HttpResponse<String> post(String path, String body, String... headers) {
    return send("POST", path, body, headers);
  }

  HttpResponse<String> put(String path, String body, String... headers) {
    return send("PUT", path, body, headers);
  }

  HttpResponse<String> delete(String path) {
    return send("DELETE", path, "");
  }

  private HttpResponse<String> send(String method, String path, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(gateway.address().resolve(path))
            .timeout(Duration.ofMinutes(1))
            .method(method, BodyPublishers.ofString(body))
            .header("Content-Type", "application/json")
            .header(header, proof);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return new ApiClient(gateway, "").send(request);
  }
}
