package io.herald.system.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.system.emulator.ChatMessage;
import io.herald.system.stack.Stack;
import io.herald.system.stack.SystemTest;
import io.herald.system.stack.Waiting;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** People link their Telegram, stay in charge, and go. */
@SystemTest
class AccountIT {

  @Test
  void linksByCodeOnce(Stack stack) {
    Person ann = Person.stranger(stack, "Ann");
    assertThat(ann.isLinked()).isFalse();
    String code = ann.askForCode();

    assertThat(ann.verify(code).statusCode()).isEqualTo(200);

    assertThat(ann.isLinked()).isTrue();
    assertThat(Person.stranger(stack, "Eve").verify(code).statusCode()).isEqualTo(400);
    Api api = Api.of(stack.gateway());
    api.await(api.notify(hello(ann)), "SENT");
    assertThat(ann.texts()).last().asString().contains("Water is rising");
  }

  @Test
  void linksByDeepLinkOnce(Stack stack) {
    Person ann = Person.stranger(stack, "Ann");
    String token = ann.deepLink();

    ChatMessage answer = ann.talk().say("/start " + token);

    assertThat(answer.words()).contains("linked");
    Waiting.until("the account is linked", ann::isLinked);
    Person eve = Person.stranger(stack, "Eve");
    assertThat(eve.talk().say("/start " + token).words()).contains("not valid any more");
    JsonNode receipt = Api.json(ann.post("send-test-message", Map.of()));
    Api.of(stack.gateway()).await(receipt.get("id").asString(), "SENT");
  }

  @Test
  void nothingComesAfterUnlinking(Stack stack) {
    Person ann = Person.linked(stack, "Ann");
    assertThat(ann.post("unlink", Map.of()).statusCode()).isEqualTo(200);
    int before = ann.texts().size();

    Api api = Api.of(stack.gateway());
    JsonNode failed = api.await(api.notify(hello(ann)), "FAILED");

    assertThat(failed.get("reason").asString()).contains("linked");
    assertThat(ann.texts()).noneMatch(text -> text.contains("Water is rising"));
    assertThat(ann.texts().size()).isBetween(before, before + 1);
  }

  @Test
  void unlinksInTheChat(Stack stack) {
    Person ann = Person.linked(stack, "Ann");

    ChatMessage question = ann.talk().say("/unlink");
    stack.emulator().press(ann.phone(), question, "Unlink");

    Waiting.until("the account is not linked any more", () -> !ann.isLinked());
  }

  @Test
  void whoBlocksTheBotIsSuspendedAndComesBack(Stack stack) {
    Person ann = Person.linked(stack, "Ann");
    Api api = Api.of(stack.gateway());
    stack.emulator().block(ann.phone());

    JsonNode failed = api.await(api.notify(hello(ann)), "FAILED");
    assertThat(failed.at("/messages/0/errorClass").asString()).isEqualTo("suspended");
    Waiting.until("it is told", () -> suspended(ann));
    api.await(api.notify(hello(ann)), "FAILED");

    stack.emulator().unblock(ann.phone());
    Waiting.until("they are back", () -> !suspended(ann));
    api.await(api.notify(hello(ann)), "SENT");
  }

  private static boolean suspended(Person person) {
    return Api.json(person.get("status")).path("suspended").asBoolean(false);
  }

  @Test
  void preferencesAreHeard(Stack stack) {
    Person ann = Person.linked(stack, "Ann");
    Api api = Api.of(stack.gateway());
    String path = "/api/telegram/preferences?user=" + Api.encoded(ann.user());
    assertThat(api.call("PUT", path, Map.of("enabled", false)).statusCode()).isEqualTo(200);

    JsonNode suppressed = api.await(api.notify(hello(ann)), "SUPPRESSED");

    assertThat(suppressed.get("reason").asString()).isNotBlank();
    assertThat(suppressed.at("/messages/0/errorClass").asString()).isEqualTo("disabled");
    assertThat(ann.texts()).noneMatch(text -> text.contains("Water is rising"));
  }

  private static Map<String, Object> hello(Person person) {
    return Map.of("to", person.address(), "text", "Water is rising");
  }
}
