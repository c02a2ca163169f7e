package io.herald.emulator.chat;

import org.jspecify.annotations.Nullable;

/**
 * Width and height of a picture in pixels, read from the first bytes of PNG, JPEG, GIF and WebP.
 */
public record PictureSize(int width, int height) {
  public static final PictureSize NONE = new PictureSize(0, 0);

  /** Null if the bytes are no picture of a known kind. */
  public static @Nullable PictureSize of(byte[] bytes) {
    if (bytes.length > 24 && at(bytes, 0) == 0x89 && ascii(bytes, 1, "PNG")) {
      return new PictureSize(bigEndian(bytes, 16, 4), bigEndian(bytes, 20, 4));
    }
    if (bytes.length > 10 && ascii(bytes, 0, "GIF8")) {
      return new PictureSize(littleEndian(bytes, 6), littleEndian(bytes, 8));
    }
    if (bytes.length > 4 && at(bytes, 0) == 0xff && at(bytes, 1) == 0xd8) {
      return jpeg(bytes);
    }
    boolean webp = bytes.length > 30 && ascii(bytes, 0, "RIFF") && ascii(bytes, 8, "WEBP");
    return webp ? webp(bytes) : null;
  }

  private static @Nullable PictureSize jpeg(byte[] bytes) {
    int at = 2;
    while (at + 9 < bytes.length && at(bytes, at) == 0xff) {
      int marker = at(bytes, at + 1);
      boolean frame = marker >= 0xc0 && marker <= 0xcf && marker % 4 != 0;
      if (frame || marker == 0xc0) {
        return new PictureSize(bigEndian(bytes, at + 7, 2), bigEndian(bytes, at + 5, 2));
      }
      at += 2 + bigEndian(bytes, at + 2, 2);
    }
    return null;
  }

  private static @Nullable PictureSize webp(byte[] bytes) {
    if (ascii(bytes, 12, "VP8X")) {
      return new PictureSize(1 + littleEndian(bytes, 24), 1 + littleEndian(bytes, 27));
    }
    if (ascii(bytes, 12, "VP8L")) {
      int low = littleEndian(bytes, 21);
      int high = littleEndian(bytes, 23);
      return new PictureSize(1 + (low & 0x3fff), 1 + ((low >> 14) | ((high & 0xfff) << 2)));
    }
    boolean lossy = ascii(bytes, 12, "VP8 ");
    return lossy
        ? new PictureSize(littleEndian(bytes, 26) & 0x3fff, littleEndian(bytes, 28) & 0x3fff)
        : null;
  }

  private static int at(byte[] bytes, int position) {
    return bytes[position] & 0xff;
  }

  private static int bigEndian(byte[] bytes, int from, int count) {
    int value = 0;
    for (int i = from; i < from + count; i++) {
      value = value << 8 | at(bytes, i);
    }
    return value;
  }

  private static int littleEndian(byte[] bytes, int from) {
    return at(bytes, from) | at(bytes, from + 1) << 8;
  }

  private static boolean ascii(byte[] bytes, int from, String expected) {
    for (int i = 0; i < expected.length(); i++) {
      if (at(bytes, from + i) != expected.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
