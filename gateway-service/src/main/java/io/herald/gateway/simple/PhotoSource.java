package io.herald.gateway.simple;

import io.herald.gateway.upload.Form;
import io.herald.gateway.upload.ImageType;
import io.herald.gateway.upload.Upload;
import io.herald.gateway.upload.UploadRoom;
import io.herald.runtime.blob.Blob;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Finds the photo that goes along: the file of the form, or the one that is named by its path. */
final class PhotoSource {

  /** The field with a path. */
  static final String PATH = "photo_path";

  private static final String FILE = "photo";

  private final PhotoFolders folders;
  private final UploadRoom room;

  PhotoSource(PhotoFolders folders, UploadRoom room) {
    this.folders = folders;
    this.room = room;
  }

  /** Finds the photo and works with it; fails with {@link PhotoRefused} when there is none. */
  <T> Mono<T> photo(Form form, Function<Blob, Mono<T>> work) {
    Optional<Upload> file =
        form.file().filter(named -> named.getKey().equals(FILE)).map(Map.Entry::getValue);
    String path = form.fields().get(PATH);
    if (file.isPresent() == (path != null)) {
      return Mono.error(
          new PhotoRefused(
              HttpStatus.BAD_REQUEST,
              "say which photo: upload it as photo in a multipart form, or name its photo_path"));
    }
    return file.isPresent()
        ? work.apply(checked(file.get()))
        : room.within(ImageType.MOST_BYTES, () -> read(path).flatMap(work));
  }

  private Mono<Blob> read(String path) {
    return Mono.fromCallable(() -> checked(folders.read(path)))
        .subscribeOn(Schedulers.boundedElastic());
  }

  private static Blob checked(Upload photo) {
    ImageType type =
        ImageType.of(photo.bytes())
            .orElseThrow(() ->
                new PhotoRefused(HttpStatus.BAD_REQUEST, "the photo is no png, jpeg, gif or webp"));
    if (photo.bytes().length > ImageType.MOST_BYTES) {
      throw new PhotoRefused(HttpStatus.CONTENT_TOO_LARGE, "a photo has at most 10 MB");
    }
    return new Blob(photo.bytes(), type.mediaType(), photo.name());
  }
}
