package io.herald.model.notification;

import org.jspecify.annotations.Nullable;

/**
 * A picture or file that goes along: at a public address or uploaded before, one of the two.
 *
 * @param url public address, {@code http} or {@code https}; Telegram fetches it
 * @param blob id of an uploaded file
 * @param name file name to show; absent: the address' or the upload's
 */
public record Attachment(@Nullable String url, @Nullable String blob, @Nullable String name) {

  public Attachment {
    if ((url == null) == (blob == null)) {
      throw new IllegalArgumentException("an attachment has either url or blob");
    }
  }

  /** A file at a public address. */
  public static Attachment url(String url) {
    return new Attachment(url, null, null);
  }

  /** An uploaded file. */
  public static Attachment blob(String id) {
    return new Attachment(null, id, null);
  }
}
