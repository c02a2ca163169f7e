package io.herald.model.message;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A picture or file: at an address, already at Telegram, carried along or stored, one of the four.
 *
 * @param url address that Telegram fetches it from
 * @param fileId Telegram's id of a file that it has
 * @param bytes the file itself; Base64 in JSON
 * @param name file name, where the bytes are carried along or stored
 * @param blob id of a file that lies on {@code herald.blobs}
 */
public record Media(
    @Nullable String url,
    @Nullable String fileId,
    byte @Nullable [] bytes,
    @Nullable String name,
    @Nullable String blob) {

  public Media {
    if (Stream.of(url, fileId, bytes, blob).filter(Objects::nonNull).count() != 1) {
      throw new IllegalArgumentException("a file has either url, fileId, bytes or blob");
    }
  }

  /** A file at an address. */
  public static Media url(String url) {
    return new Media(url, null, null, null, null);
  }

  /** A file that Telegram has. */
  public static Media fileId(String fileId) {
    return new Media(null, fileId, null, null, null);
  }

  /** A file that is carried along. */
  public static Media bytes(byte[] bytes, String name) {
    return new Media(null, null, bytes, name, null);
  }

  /** A file that was uploaded before. */
  public static Media blob(String id, @Nullable String name) {
    return new Media(null, null, null, name, id);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Media that
        && Objects.equals(url, that.url)
        && Objects.equals(fileId, that.fileId)
        && Objects.equals(name, that.name)
        && Objects.equals(blob, that.blob)
        && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Objects.hash(url, fileId, name, blob, Arrays.hashCode(bytes));
  }
}
