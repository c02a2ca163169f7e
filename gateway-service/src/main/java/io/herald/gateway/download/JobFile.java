package io.herald.gateway.download;

import java.nio.file.Path;
import java.time.Instant;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;

/**
 * A file that a job has made.
 *
 * @param path where it really lies
 * @param size bytes
 * @param changed when it was written last
 */
record JobFile(Path path, long size, Instant changed) {

  /** Its name, without folders. */
  String name() {
    return path.getFileName().toString();
  }

  /** Its type, by its name. */
  MediaType type() {
    return MediaTypeFactory.getMediaType(name()).orElse(MediaType.APPLICATION_OCTET_STREAM);
  }

  /** Changes when the file does. */
  String etag() {
    long nanos = changed.getEpochSecond() * 1_000_000_000L + changed.getNano();
    return '"' + Long.toHexString(size) + '-' + Long.toHexString(nanos) + '"';
  }
}
