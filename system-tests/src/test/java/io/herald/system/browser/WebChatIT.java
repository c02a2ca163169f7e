package io.herald.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.system.stack.People;
import io.herald.system.stack.Stack;
import io.herald.system.stack.SystemTest;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.openqa.selenium.Rectangle;
import org.openqa.selenium.WebElement;

@SystemTest
class WebChatIT {

  private static final int EDGE_PIXELS = 4;

  static final List<Look> LOOKS = List.of(Look.LIGHT, Look.DARK, Look.PHONE);

  @ParameterizedTest(name = "{0}")
  @FieldSource("LOOKS")
  void aPersonTypesStartAndPressesHelp(Look look, Stack stack) {
    long user = stack.emulator().welcome(People.stranger(), "Nina");
    try (Browser browser = Browser.open(look)) {
      ChatPage chat = new ChatPage(browser);
      chat.open(stack.emulator().address(), user);

      chat.type("/start");
      chat.awaitReply("Hello, Nina!");
      chat.press("Help");
      chat.awaitReply("I understand these commands:");
      // That list fills a phone's window; what is looked at has to be in it.
      chat.type("/jobs");
      chat.awaitReply("You have no jobs yet.");

      looksRight(browser, look);
      assertThat(browser.complaints()).as("errors in the console").isEmpty();
    }
  }

  private static void looksRight(Browser browser, Look look) {
    Picture picture = browser.picture(look.name());
    assertThat(picture.width()).isEqualTo(look.width());
    assertThat(picture.height()).isEqualTo(look.height());
    fitsTheWindow(browser, look);
    coloursFit(browser, picture, look);
  }

  private static void fitsTheWindow(Browser browser, Look look) {
    assertThat(browser.number("document.documentElement.scrollWidth"))
        .as("width of the page: nothing is to the side of the window")
        .isLessThanOrEqualTo(look.width());
    for (String part :
        List.of(ChatPage.INPUT, ChatPage.SEND, newest(ChatPage.MINE), newest(ChatPage.BOTS))) {
      Rectangle area = browser.findAll(part).getLast().getRect();
      assertThat(area.width).as("width of " + part).isPositive();
      assertThat(area.x).as("left of " + part).isNotNegative();
      assertThat(area.x + area.width).as("right of " + part).isLessThanOrEqualTo(look.width());
      assertThat(area.y).as("top of " + part).isNotNegative();
      assertThat(area.y + area.height).as("bottom of " + part).isLessThanOrEqualTo(look.height());
    }
  }

  private static String newest(String message) {
    return message + " .bubble";
  }

  private static void coloursFit(Browser browser, Picture picture, Look look) {
    // A long message hides nearly all of the wall on a phone, but not its edge.
    Rectangle messages = browser.find("#messages").getRect();
    int wall =
        picture.background(new Rectangle(messages.x, messages.y, messages.height, EDGE_PIXELS));
    double brightness = Picture.brightness(wall);
    assertThat(brightness)
        .as("brightness behind the messages")
        .matches(value -> look.dark() ? value < 80 : value > 170);
    for (String message : List.of(ChatPage.MINE, ChatPage.BOTS)) {
      WebElement bubble = browser.findAll(newest(message)).getLast();
      int paper = picture.background(bubble.getRect());
      assertThat(Picture.distance(paper, wall))
          .as("difference between bubble and wall, " + message)
          .isGreaterThan(5);
      assertThat(picture.ink(bubble.getRect()))
          .as("share of legible text in the bubble, " + message)
          .isBetween(0.01, 0.5);
    }
  }
}
