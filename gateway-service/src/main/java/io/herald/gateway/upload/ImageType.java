package io.herald.gateway.upload;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of picture that Telegram takes, known by how a file begins and not by its name. */
public enum ImageType {
  /** PNG. */
  PNG("image/png", 0, "\u0089PNG\r\n\u001a\n"),
  /** JPEG. */
  JPEG("image/jpeg", 0, "\u00ff\u00d8\u00ff"),
  /** GIF. */
  GIF("image/gif", 0, "GIF8"),
  /** WebP. */
  WEBP("image/webp", 8, "WEBP");

  /** The largest picture that Telegram takes as a photo. */
  public static final int MOST_BYTES = 10 * 1024 * 1024;

  private final String mediaType;
  private final int offset;
  private final byte[] magic;

  ImageType(String mediaType, int offset, String magic) {
    this.mediaType = mediaType;
    this.offset = offset;
    this.magic = magic.getBytes(ISO_8859_1);
  }

  /** The kind of picture that a file is, if it is one. */
  public static Optional<ImageType> of(byte[] file) {
    return Arrays.stream(values()).filter(type -> type.begins(file)).findFirst();
  }

  private boolean begins(byte[] file) {
    int end = offset + magic.length;
    return file.length >= end && Arrays.equals(file, offset, end, magic, 0, magic.length);
  }

  /** Its media type, {@code image/…}. */
  public String mediaType() {
    return mediaType;
  }
}
