package io.herald.telegram.text.markdown;

/** How many columns of a fixed-width font a text takes, near enough to align a table. */
final class DisplayWidth {
  private DisplayWidth() {}

  static int of(String text) {
    return text.codePoints().map(DisplayWidth::of).sum();
  }

  private static int of(int c) {
    if (c < 0x300) {
      return 1;
    }
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    return isWide(c) ? 2 : 1;
  }

  private static boolean isWide(int c) {
    return Character.isIdeographic(c)
        || (c >= 0x1100 && c <= 0x115f)
        || (c >= 0x3000 && c <= 0x33ff)
        || (c >= 0xac00 && c <= 0xd7a3)
        || (c >= 0xff01 && c <= 0xff60)
        || Character.isEmojiPresentation(c);
  }
}
