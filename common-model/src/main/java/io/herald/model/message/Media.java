package io.herald.model.message;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A picture or file: at an address, already at Telegram, or carried along, one of the three.
 *
 * @param url address that Telegram fetches it from
 * @param fileId Telegram's id of a file that it has
 * @param bytes the file itself; Base64 in JSON
 * @param name file name, where the bytes are carried along
 */
public record Media(
    @Nullable String url, @Nullable String fileId, byte @Nullable [] bytes, @Nullable String name) {

  public Media {
    int sources = (url == null ? 0 : 1) + (fileId == null ? 0 : 1) + (bytes == null ? 0 : 1);
    if (sources != 1) {
      throw new IllegalArgumentException("a file has either url, fileId or bytes");
    }
  }

  /** A file at an address. */
  public static Media url(String url) {
    return new Media(url, null, null, null);
  }

  /** A file that Telegram has. */
  public static Media fileId(String fileId) {
    return new Media(null, fileId, null, null);
  }

  /** A file that is carried along. */
  public static Media bytes(byte[] bytes, String name) {
    return new Media(null, null, bytes, name);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Media that
        && Objects.equals(url, that.url)
        && Objects.equals(fileId, that.fileId)
        && Objects.equals(name, that.name)
        && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Objects.hash(url, fileId, name, Arrays.hashCode(bytes));
  }
}
