package io.herald.system.browser;

import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.Map;
import org.openqa.selenium.Rectangle;

/** What a browser drew, pixel by pixel. */
final class Picture {

  private final BufferedImage image;

  Picture(BufferedImage image) {
    this.image = image;
  }

  int width() {
    return image.getWidth();
  }

  int height() {
    return image.getHeight();
  }

  /** The colour that covers most of an area: its background. */
  int background(Rectangle area) {
    return colours(area).entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .orElseThrow()
        .getKey();
  }

  /** The share of an area, 0 to 1, that stands out clearly from its background: text, lines. */
  double ink(Rectangle area) {
    int paper = background(area);
    Map<Integer, Integer> colours = colours(area);
    int all = colours.values().stream().mapToInt(Integer::intValue).sum();
    int ink =
        colours.entrySet().stream()
            .filter(colour -> distance(colour.getKey(), paper) > 100)
            .mapToInt(Map.Entry::getValue)
            .sum();
    return (double) ink / all;
  }

  private Map<Integer, Integer> colours(Rectangle area) {
    Map<Integer, Integer> colours = new HashMap<>();
    for (int y = Math.max(0, area.y); y < Math.min(height(), area.y + area.height); y++) {
      for (int x = Math.max(0, area.x); x < Math.min(width(), area.x + area.width); x++) {
        colours.merge(image.getRGB(x, y) & 0xffffff, 1, Integer::sum);
      }
    }
    return colours;
  }

  /** How far two colours are apart: the greatest difference in red, green or blue, 0 to 255. */
  static int distance(int one, int other) {
    int red = Math.abs((one >> 16 & 255) - (other >> 16 & 255));
    int green = Math.abs((one >> 8 & 255) - (other >> 8 & 255));
    int blue = Math.abs((one & 255) - (other & 255));
    return Math.max(red, Math.max(green, blue));
  }

  /** How bright a colour looks, 0 (black) to 255 (white). */
  static double brightness(int colour) {
    return 0.2126 * (colour >> 16 & 255) + 0.7152 * (colour >> 8 & 255) + 0.0722 * (colour & 255);
  }
}
