package io.herald.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.system.emulator.ChatMessage;
import io.herald.system.stack.People;
import io.herald.system.stack.Stack;
import io.herald.system.stack.SystemTest;
import io.herald.system.stack.Waiting;
import java.net.URI;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** A person logs in, links, tests, looks at what became of it, and unlinks. */
@SystemTest
class HeraldPageIT {

  static final List<Look> LOOKS = List.of(Look.LIGHT, Look.NARROW);

  private static final Pattern SIX_DIGITS = Pattern.compile("\\b[0-9]{6}\\b");
  private static final String SENT = "[data-testid=tested] [data-state=SENT]";

  @BeforeAll
  static void peopleCanLogIn(Stack stack) {
    stack.identity().start();
    stack.identity().awaitReady();
  }

  @AfterAll
  static void providerStops(Stack stack) {
    stack.identity().stop();
  }

  @ParameterizedTest(name = "{0}")
  @FieldSource("LOOKS")
  void fromTheLoginToAMessageOnTheirTelegram(Look look, Stack stack) {
    long nina = stack.emulator().welcome(People.stranger(), "Nina");
    try (Browser browser = Browser.open(look)) {
      HeraldPage page = new HeraldPage(browser, stack.gateway().url("/"));
      page.open("/");
      browser.shows("page", "login");
      page.logIn("ann@example.com", "demo-ann");
      page.awaitCard("NOT_LINKED");
      browser.shows("page", "not-linked");

      ChatPage chat = new ChatPage(browser);
      chat.open(stack.emulator().address(), nina);
      chat.type("/start");
      String code = awaitCode(stack, nina);
      page.open("/");
      page.enterCode("12");
      page.await("[data-testid=code-problem]");
      assertThat(page.text("[data-testid=code-problem]")).isEqualTo("The code has six digits.");
      browser.shows("page", "wrong-code");
      page.enterCode(code);
      page.awaitCard("LINKED");
      assertThat(page.text("[data-testid=linked]")).contains("Nina");

      page.press("[data-testid=send-test]");
      page.await(SENT);
      browser.shows("page", "tested");
      page.press(SENT + " a");
      page.await("[data-testid=trace][data-state=SENT]");
      ChatMessage arrived = stack.emulator().replies(nina).getLast();
      assertThat(page.text("[data-testid=message-ids]"))
          .isEqualTo(String.valueOf(arrived.messageId()));
      browser.shows("page", "trace");
      page.open("/history");
      page.await("[data-testid=row][data-state=SENT]");
      browser.shows("page", "history");

      page.open("/");
      page.press("[data-testid=unlink]");
      browser.shows("page", "unlink");
      page.press("[data-testid=unlink-confirm]");
      page.awaitCard("NOT_LINKED");
      page.press("[data-testid=logout]");
      page.await("[data-testid=news]");
      assertThat(page.text("[data-testid=news]")).isEqualTo("You are logged out.");
      assertThat(complaints(browser)).as("errors in the console").isEmpty();
    }
  }

  @Test
  void linkingInTelegramIsNoticedAndPreferencesAreKept(Stack stack) {
    long nina = stack.emulator().welcome(People.stranger(), "Nina");
    try (Browser browser = Browser.open(Look.LIGHT)) {
      HeraldPage page = new HeraldPage(browser, stack.gateway().url("/"));
      page.logIn("ben@example.com", "demo-ben");
      page.awaitCard("NOT_LINKED");
      page.await("[data-testid=deep-link]");
      URI link = URI.create(browser.find("[data-testid=deep-link]").getAttribute("href"));
      try (Browser second = Browser.open(Look.LIGHT)) {
        new ChatPage(second).start(link, nina);
      }
      page.awaitCard("LINKED");

      zone(browser, page, "Mars/Base");
      page.await("[data-testid=zone-problem]");
      zone(browser, page, "Europe/Berlin");
      Waiting.until("it is saved", () -> page.text("[data-testid=saved]").equals("Saved."));
      page.open("/");
      assertThat(browser.find("[data-testid=zone]").getAttribute("value"))
          .isEqualTo("Europe/Berlin");
      page.press("[data-testid=unlink]");
      page.press("[data-testid=unlink-confirm]");
      page.awaitCard("NOT_LINKED");
      assertThat(complaints(browser)).as("errors in the console").isEmpty();
    }
  }

  private static void zone(Browser browser, HeraldPage page, String zone) {
    browser.find("[data-testid=zone]").clear();
    browser.find("[data-testid=zone]").sendKeys(zone);
    page.press("[data-testid=save]");
  }

  private static String awaitCode(Stack stack, long user) {
    Waiting.until("the bot tells a code", () -> code(stack, user) != null);
    return code(stack, user);
  }

  private static @Nullable String code(Stack stack, long user) {
    return stack.emulator().replies(user).stream()
        .map(ChatMessage::text)
        .filter(text -> text != null)
        .map(SIX_DIGITS::matcher)
        .filter(Matcher::find)
        .map(Matcher::group)
        .findFirst()
        .orElse(null);
  }

  /** What a form was told by 422 is no error. */
  private static List<String> complaints(Browser browser) {
    return browser.complaints().stream().filter(line -> !line.contains("status of 422")).toList();
  }
}
