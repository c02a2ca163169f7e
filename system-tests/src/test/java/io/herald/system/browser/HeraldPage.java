package io.herald.system.browser;

import io.herald.system.stack.Waiting;
import java.net.URI;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;

/** Herald's own page, as a person uses it. */
final class HeraldPage {

  static final String CARD = "[data-testid=telegram]";
  static final String LOG_IN = "[data-testid=log-in]";

  private final Browser browser;
  private final URI address;

  HeraldPage(Browser browser, URI address) {
    this.browser = browser;
    this.address = address;
  }

  /** From the address line to the Telegram card. */
  void logIn(String user, String password) {
    browser.go(address);
    press(LOG_IN);
    Waiting.until("the provider asks who it is", () -> isThere("#username"));
    browser.find("#username").sendKeys(user);
    browser.find("#password").sendKeys(password);
    press("button[type=submit]");
    Waiting.until("the card is there", () -> isThere(CARD));
  }

  void open(String path) {
    browser.go(address.resolve(path));
  }

  void enterCode(String code) {
    WebElement field = browser.find("[data-testid=code]");
    field.clear();
    field.sendKeys(code);
    press("[data-testid=verify]");
  }

  void press(String css) {
    Waiting.until("there is something to press: " + css, () -> pressed(css));
  }

  /** Waits until the card says so. */
  void awaitCard(String state) {
    await(CARD + "[data-state=" + state + "]");
  }

  void await(String css) {
    Waiting.until("there is " + css, () -> isThere(css));
  }

  /** Waits until a text begins so: what is typed is judged a little later. */
  void awaitText(String css, String start) {
    Waiting.until(css + " begins with " + start, () -> begins(css, start));
  }

  private boolean begins(String css, String start) {
    try {
      return isThere(css) && text(css).startsWith(start);
    } catch (StaleElementReferenceException | NoSuchElementException e) {
      // A part was just replaced by a newer one.
      return false;
    }
  }

  boolean isThere(String css) {
    return !browser.findAll(css).isEmpty();
  }

  String text(String css) {
    return browser.find(css).getText();
  }

  private boolean pressed(String css) {
    try {
      if (!isThere(css)) {
        return false;
      }
      browser.find(css).click();
      return true;
    } catch (StaleElementReferenceException e) {
      // A part was just replaced by a newer one.
      return false;
    }
  }
}
