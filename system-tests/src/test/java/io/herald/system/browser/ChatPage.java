package io.herald.system.browser;

import io.herald.system.stack.Waiting;
import java.net.URI;
import java.util.List;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;

/** The web chat, as a person uses it. */
final class ChatPage {

  static final String INPUT = "[data-testid=message-input]";
  static final String SEND = "[data-testid=send-button]";
  static final String MINE = "[data-testid=message][data-direction=in]";
  static final String BOTS = "[data-testid=message][data-direction=out]";
  static final String BUTTON = "[data-testid=inline-button]";

  private final Browser browser;

  ChatPage(Browser browser) {
    this.browser = browser;
  }

  /** Opens the page as that user, in the chat with the only bot. */
  void open(URI address, long user) {
    browser.go(address);
    String option = "[data-testid=user-select] option[value='" + user + "']";
    Waiting.until("the user is offered", () -> !browser.findAll(option).isEmpty());
    browser.find(option).click();
    String chats = "#conversations button";
    Waiting.until("the chat is offered", () -> !browser.findAll(chats).isEmpty());
    Waiting.until(
        "the chat is open",
        () -> {
          List<WebElement> entries = browser.findAll(chats);
          if (entries.getFirst().isDisplayed()) {
            entries.getFirst().click();
          }
          return browser.find(INPUT).isDisplayed() && browser.find(INPUT).isEnabled();
        });
  }

  /** Follows a deep link as that user, and presses Start. */
  void start(URI link, long user) {
    browser.go(link);
    String option = "[data-testid=user-select] option[value='" + user + "']";
    Waiting.until("the user is offered", () -> !browser.findAll(option).isEmpty());
    browser.find(option).click();
    Waiting.until("Start is offered", () -> browser.find("[data-testid=start]").isDisplayed());
    browser.find("[data-testid=start]").click();
    Waiting.until("it is sent", () -> !browser.find("[data-testid=start]").isDisplayed());
  }

  /** Types the text and presses Enter. */
  void type(String text) {
    browser.find(INPUT).sendKeys(text, Keys.ENTER);
  }

  /** Presses the button under the newest message that has one. */
  void press(String caption) {
    browser.findAll(BUTTON).stream()
        .filter(button -> button.getText().strip().equals(caption))
        .toList()
        .getLast()
        .click();
  }

  /** Waits for a message of the bot that contains the text. */
  void awaitReply(String text) {
    Waiting.until("the bot says: " + text, () -> replies(text));
  }

  private boolean replies(String text) {
    try {
      return browser.findAll(BOTS).stream().anyMatch(reply -> reply.getText().contains(text));
    } catch (NoSuchElementException | StaleElementReferenceException e) {
      // The page draws anew while it is read.
      return false;
    }
  }
}
