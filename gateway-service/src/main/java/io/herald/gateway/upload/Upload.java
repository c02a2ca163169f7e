package io.herald.gateway.upload;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * A file as it came in.
 *
 * @param bytes all of it
 * @param type the media type that it is said to be; absent: nothing that tells anything
 * @param name the file name that it is said to have, without folders; absent: none
 */
public record Upload(byte[] bytes, @Nullable String type, @Nullable String name) {

  private static final int LONGEST_NAME = 128;
  private static final Pattern FOLDERS = Pattern.compile("^.*[/\\\\]");
  private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}");

  /** The file that came with these headers. */
  static Upload of(byte[] bytes, HttpHeaders headers, @Nullable String name) {
    return new Upload(bytes, type(headers), cleaned(name));
  }

  /** The file name that a body's own headers give it. */
  static @Nullable String name(HttpHeaders headers) {
    try {
      ContentDisposition disposition = headers.getContentDisposition();
      return disposition.getFilename();
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  // What curl says of any bytes, and what means "some bytes", tells nothing.
  private static @Nullable String type(HttpHeaders headers) {
    try {
      MediaType type = headers.getContentType();
      boolean telling =
          type != null
              && type.isConcrete()
              && !type.equalsTypeAndSubtype(MediaType.APPLICATION_OCTET_STREAM)
              && !type.equalsTypeAndSubtype(MediaType.APPLICATION_FORM_URLENCODED);
      return telling ? type.getType() + '/' + type.getSubtype() : null;
    } catch (InvalidMediaTypeException e) {
      return null;
    }
  }

  private static @Nullable String cleaned(@Nullable String name) {
    if (name == null) {
      return null;
    }
    String bare = CONTROLS.matcher(FOLDERS.matcher(name).replaceFirst("")).replaceAll("").strip();
    String shortened =
        bare.length() > LONGEST_NAME ? bare.substring(bare.length() - LONGEST_NAME) : bare;
    return shortened.isEmpty() ? null : shortened;
  }
}
