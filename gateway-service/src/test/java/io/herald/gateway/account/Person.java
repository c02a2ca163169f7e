package io.herald.gateway.account;

import io.herald.gateway.ApiClient;
import io.herald.gateway.RunningGateway;
import io.herald.model.account.Account;
import io.herald.model.topic.Topics;
import io.herald.runtime.access.MintToken;
import io.herald.runtime.account.LinkCodes;
import io.herald.runtime.account.TelegramIdentity;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import tools.jackson.databind.JsonNode;

/** Somebody whom nobody has seen before, with a token and a chat with the bot. */
record Person(RunningGateway gateway, String user, String chat, String token) {

  static final String PATH = "/api/telegram";

  static Person of(RunningGateway gateway) {
    String user = "ann-" + UUID.randomUUID() + "@example.com";
    long chat = ThreadLocalRandom.current().nextLong(1_000_000_000L, 9_000_000_000L);
    String token = gateway.part(MintToken.class).mint(user, Duration.ofMinutes(5)).token();
    return new Person(gateway, user, String.valueOf(chat), token);
  }

  /** What the bot answers to {@code /start}. */
  String code() {
    var chatting = new TelegramIdentity("main", chat, "ann", "Ann");
    return gateway
        .part(LinkCodes.class)
        .codeFor(chatting, UUID.randomUUID().toString())
        .block(Duration.ofMinutes(1));
  }

  Person linked() {
    if (verify(code()).statusCode() != 200) {
      throw new IllegalStateException("not linked");
    }
    return this;
  }

  HttpResponse<String> verify(String code) {
    return post(PATH + "/verify", "{\"code\":\"" + code + "\"}");
  }

  HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(gateway.address().resolve(path)));
  }

  HttpResponse<String> post(String path, String body) {
    return send(
        HttpRequest.newBuilder(gateway.address().resolve(path))
            .POST(BodyPublishers.ofString(body)));
  }

  HttpResponse<String> put(String path, String body) {
    return send(
        HttpRequest.newBuilder(gateway.address().resolve(path)).PUT(BodyPublishers.ofString(body)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    return new ApiClient(gateway, "")
        .send(
            request
                .timeout(Duration.ofMinutes(1))
                .setHeader("Content-Type", "application/json")
                .setHeader("Authorization", "Bearer " + token));
  }

  static JsonNode json(HttpResponse<String> answer) {
    return ApiClient.json(answer);
  }

  /** What the record says of them now. */
  Account lastAccount() {
    try (var published = gateway.publishedOn(Topics.ACCOUNTS)) {
      return published.of(user(), Account.class).getLast();
    }
  }
}
