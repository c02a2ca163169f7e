package io.herald.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.system.stack.People;
import io.herald.system.stack.Stack;
import io.herald.system.stack.SystemTest;
import io.herald.system.stack.Waiting;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.openqa.selenium.WebElement;

/** A person schedules a message, pauses it, has it fired, sees what came of it, and deletes it. */
@SystemTest
class SchedulePageIT {

  static final List<Look> LOOKS = List.of(Look.LIGHT, Look.NARROW);

  private static final String DETAILS = "[data-testid=details]";
  private static final String ACTIVE = DETAILS + "[data-state=ACTIVE]";
  private static final String TIMES = "[data-testid=preview] .times li";

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
  void fromTheFormToAMessageOnTheirTelegram(Look look, Stack stack) {
    long nina = stack.emulator().welcome(People.stranger(), "Nina");
    String text = "Time for tea, in " + look;
    try (Browser browser = Browser.open(look)) {
      HeraldPage page = new HeraldPage(browser, stack.gateway().url("/"));
      page.logIn("ann@example.com", "demo-ann");
      link(browser, page, nina);

      page.open("/schedules");
      type(browser, "#title", "Tea");
      type(browser, "#text", text);
      type(browser, "#cron", "61 9 * * *");
      page.awaitText("[data-testid=preview-problem]", "minute");
      browser.shows("schedules", "wrong");
      type(browser, "#cron", "0 9 * * MON-FRI");
      Waiting.until("three times are told", () -> browser.findAll(TIMES).size() == 3);
      browser.shows("schedules", "form");

      page.press("[data-testid=create]");
      page.await(ACTIVE);
      assertThat(browser.findAll(DETAILS + " .times li")).hasSize(3);
      page.press("[data-testid=pause]");
      page.await(DETAILS + "[data-state=PAUSED]");
      browser.shows("schedules", "paused");
      page.press("[data-testid=pause]");
      page.await(ACTIVE);

      page.press("[data-testid=change]");
      type(browser, "#title", "Tea, earlier");
      type(browser, "#cron", "30 8 * * *");
      Waiting.until("three times are told", () -> browser.findAll(TIMES).size() == 3);
      browser.shows("schedules", "change");
      page.press("[data-testid=move-save]");
      page.await("#title[value='Tea, earlier']");
      assertThat(page.text(DETAILS)).contains("Tea, earlier", "every day at 08:30");

      page.press("[data-testid=trigger]");
      page.await("[data-testid=triggered]");
      page.await("[data-testid=run] .badge.good");
      Waiting.until("it is on their phone", () -> hasArrived(stack, nina, text));
      browser.shows("schedules", "fired");

      page.open("/schedules");
      page.await("[data-testid=schedule]");
      browser.shows("schedules", "list");
      page.press("[data-testid=schedule] a[href*='id=" + id(browser) + "']");
      page.press("[data-testid=delete]");
      browser.shows("schedules", "delete");
      page.press("[data-testid=delete-confirm]");
      page.await("[data-testid=new-schedule]");
      assertThat(teas(browser)).isEmpty();

      page.open("/");
      page.press("[data-testid=unlink]");
      page.press("[data-testid=unlink-confirm]");
      page.awaitCard("NOT_LINKED");
      assertThat(browser.complaints()).as("errors in the console").isEmpty();
    }
  }

  private static void link(Browser browser, HeraldPage page, long telegramUser) {
    page.awaitCard("NOT_LINKED");
    page.await("[data-testid=deep-link]");
    URI link = URI.create(browser.find("[data-testid=deep-link]").getAttribute("href"));
    try (Browser second = Browser.open(Look.LIGHT)) {
      new ChatPage(second).start(link, telegramUser);
    }
    page.awaitCard("LINKED");
  }

  private static void type(Browser browser, String css, String text) {
    WebElement field = browser.find(css);
    field.clear();
    field.sendKeys(text);
  }

  private static boolean hasArrived(Stack stack, long user, String text) {
    return stack.emulator().replies(user).stream()
        .anyMatch(message -> message.text() != null && message.text().contains(text));
  }

  private static List<WebElement> teas(Browser browser) {
    return browser.findAll("[data-testid=schedule] a").stream()
        .filter(row -> row.getText().startsWith("Tea"))
        .toList();
  }

  private static String id(Browser browser) {
    String address = teas(browser).getFirst().getAttribute("href");
    return address.substring(address.indexOf("id=") + 3);
  }
}
