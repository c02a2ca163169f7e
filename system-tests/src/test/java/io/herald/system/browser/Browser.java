package io.herald.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.imageio.ImageIO;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/** A headless Chromium that looks at a page. */
final class Browser implements AutoCloseable {

  private static final Path PICTURES = Path.of("target", "screenshots").toAbsolutePath();
  // Kept here: a logger that nobody holds loses its level.
  private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

  private final ChromeDriver driver;
  private final Look look;

  private Browser(ChromeDriver driver, Look look) {
    this.driver = driver;
    this.look = look;
  }

  static Browser open(Look look) {
    // It remarks that it does not know this Chromium's own protocol version, which is not used.
    SELENIUM.setLevel(Level.SEVERE);
    var service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(FindBrowser.driver().toFile())
            .usingAnyFreePort()
            .build();
    Browser browser = new Browser(new ChromeDriver(service, options()), look);
    browser.wear(look);
    return browser;
  }

  private static ChromeOptions options() {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(FindBrowser.browser().toFile());
    options.addArguments(
        "--headless=new",
        // Chromium refuses its sandbox to root, which is who runs a build in a container.
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--no-first-run",
        "--force-device-scale-factor=1",
        "--lang=en");
    return options;
  }

  private void wear(Look look) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of(
            "width", look.width(),
            "height", look.height(),
            "deviceScaleFactor", 1,
            "mobile", look.phone()));
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(
                Map.of("name", "prefers-color-scheme", "value", look.dark() ? "dark" : "light"),
                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
  }

  void go(URI address) {
    driver.get(address.toString());
  }

  WebElement find(String css) {
    return driver.findElement(By.cssSelector(css));
  }

  List<WebElement> findAll(String css) {
    return driver.findElements(By.cssSelector(css));
  }

  /** A number that the page computes. */
  double number(String expression) {
    return ((Number) driver.executeScript("return " + expression)).doubleValue();
  }

  /** Errors in the page's console. */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
        .map(LogEntry::getMessage)
        .toList();
  }

  /** What the window shows now; kept as {@code target/screenshots/<name>.png} too. */
  Picture picture(String name) {
    byte[] png = driver.getScreenshotAs(OutputType.BYTES);
    try {
      Files.createDirectories(PICTURES);
      Files.write(PICTURES.resolve(name + ".png"), png);
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
      return new Picture(image);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Keeps what the window shows as {@code target/screenshots/<page>-<look>-<what>.png}, and in dark
   * colours too where the window is a desktop's; nothing may lie to the side of it.
   */
  void shows(String page, String what) {
    keep(page, look, what);
    if (look.equals(Look.LIGHT)) {
      wear(Look.DARK);
      keep(page, Look.DARK, what);
      wear(look);
    }
  }

  private void keep(String page, Look worn, String what) {
    picture(page + "-" + worn.name() + "-" + what);
    assertThat(number("document.documentElement.scrollWidth"))
        .as("width of the page " + what + ", " + worn)
        .isLessThanOrEqualTo(worn.width());
  }

  @Override
  public void close() {
    driver.quit();
  }
}
