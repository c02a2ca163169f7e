package io.herald.system.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.system.conversation.Talk;
import io.herald.system.emulator.ChatMessage;
import io.herald.system.emulator.Emulator;
import io.herald.system.stack.People;
import io.herald.system.stack.Stack;
import io.herald.system.stack.Waiting;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somebody with an id of Herald's and a phone.
 *
 * @param user their id at Herald
 * @param phone their id at Telegram
 */
record Person(Stack stack, String user, long phone) {

  private static final String TELEGRAM = "/api/telegram/";
  private static final Pattern CODE = Pattern.compile("\\b([0-9]{6})\\b");

  /** Somebody whom nobody knows yet. */
  static Person stranger(Stack stack, String name) {
    long phone = stack.emulator().welcome(People.stranger(), name);
    return new Person(stack, name.toLowerCase() + phone + "@example.com", phone);
  }

  /** The same, linked by code. */
  static Person linked(Stack stack, String name) {
    Person person = stranger(stack, name);
    assertThat(person.verify(person.askForCode()).statusCode()).isEqualTo(200);
    // It comes by itself; who asks the bot something must not take it for the answer.
    person.awaitText("This chat is linked now");
    return person;
  }

  /** Their talk with the bot. */
  Talk talk() {
    return new Talk(stack.emulator(), phone);
  }

  /** Says /start to the bot and reads the code in its answer. */
  String askForCode() {
    Matcher code = CODE.matcher(talk().say("/start").words());
    assertThat(code.find()).as("a code in the answer to /start").isTrue();
    return code.group(1);
  }

  HttpResponse<String> verify(String code) {
    return post("verify", Map.of("code", code));
  }

  /** The word behind {@code ?start=} in the address that Herald gives. */
  String deepLink() {
    HttpResponse<String> answer = get("link-account");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    String query = URI.create(Api.json(answer).get("url").asString()).getQuery();
    return query.substring("start=".length());
  }

  boolean isLinked() {
    return Api.json(get("status")).get("linked").asBoolean();
  }

  HttpResponse<String> get(String what) {
    return api().get(path(what));
  }

  HttpResponse<String> post(String what, Object body) {
    return api().post(path(what), body);
  }

  private Api api() {
    return Api.of(stack.gateway());
  }

  private String path(String what) {
    return TELEGRAM + what + "?user=" + Api.encoded(user);
  }

  /** What the bot said on their phone, oldest first. */
  List<String> texts() {
    return phone(stack.emulator()).stream().map(ChatMessage::words).toList();
  }

  private List<ChatMessage> phone(Emulator emulator) {
    return emulator.replies(phone);
  }

  /** Waits until the bot has said that on their phone. */
  void awaitText(String part) {
    Waiting.untilAsserted(() -> assertThat(texts()).anyMatch(text -> text.contains(part)));
  }

  /** As a recipient. */
  Map<String, String> address() {
    return Map.of("user", user);
  }
}
