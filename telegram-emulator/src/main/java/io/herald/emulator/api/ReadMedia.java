package io.herald.emulator.api;

import io.herald.emulator.chat.Files;
import io.herald.emulator.chat.Media;
import io.herald.emulator.chat.PictureSize;
import io.herald.emulator.chat.StoredFile;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Finds the photo or document of a call: an upload, the id of a known file, or an address. */
final class ReadMedia {
  private static final int LARGEST_PHOTO = 10 << 20;
  private static final int LARGEST_DOCUMENT = 50 << 20;
  private static final int LARGEST_SIDES = 10_000;
  private static final int LARGEST_RATIO = 20;
  private static final String ATTACHED = "attach://";

  private final Files files;
  private final FetchFile fetch;

  ReadMedia(Files files, FetchFile fetch) {
    this.files = files;
    this.fetch = fetch;
  }

  Mono<Media> read(Parameters parameters, String field) {
    boolean photo = field.equals("photo");
    String text = parameters.text(field);
    Upload upload =
        text.startsWith(ATTACHED)
            ? parameters.file(text.substring(ATTACHED.length()))
            : parameters.file(field);
    if (upload != null) {
      return Mono.just(store(upload, photo));
    }
    if (text.isEmpty()) {
      throw Refusal.badRequest("there is no " + field + " in the request");
    }
    StoredFile known = files.byId(text);
    if (known != null) {
      return Mono.just(reuse(known, photo));
    }
    if (text.startsWith("http://") || text.startsWith("https://")) {
      return fetch.fetch(address(text)).map(fetched -> store(fetched, photo));
    }
    throw Refusal.badRequest(
        "wrong remote file identifier specified: can't unserialize it. Wrong last symbol");
  }

  private static URI address(String text) {
    try {
      return URI.create(text);
    } catch (IllegalArgumentException malformed) {
      throw Refusal.badRequest("wrong HTTP URL specified");
    }
  }

  private Media reuse(StoredFile known, boolean photo) {
    if (photo && known.width() == 0) {
      throw Refusal.badRequest("can't use file of type Document as Photo");
    }
    return new Media(known, photo);
  }

  private Media store(Upload upload, boolean photo) {
    if (upload.bytes().length == 0) {
      throw Refusal.badRequest("file must be non-empty");
    }
    if (upload.bytes().length > (photo ? LARGEST_PHOTO : LARGEST_DOCUMENT)) {
      throw Refusal.of(Answer.error(413, "Request Entity Too Large"));
    }
    PictureSize size = PictureSize.of(upload.bytes());
    if (photo) {
      checkPhoto(size);
    }
    PictureSize known = size == null ? PictureSize.NONE : size;
    return new Media(
        files.add(upload.bytes(), upload.name(), upload.contentType(), known, photo), photo);
  }

  private static void checkPhoto(@Nullable PictureSize size) {
    if (size == null) {
      throw Refusal.badRequest("IMAGE_PROCESS_FAILED");
    }
    int longer = Math.max(size.width(), size.height());
    int shorter = Math.min(size.width(), size.height());
    boolean fits =
        shorter > 0 && longer + shorter <= LARGEST_SIDES && longer <= shorter * LARGEST_RATIO;
    if (!fits) {
      throw Refusal.badRequest("PHOTO_INVALID_DIMENSIONS");
    }
  }
}
