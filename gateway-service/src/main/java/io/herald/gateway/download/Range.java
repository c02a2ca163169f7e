package io.herald.gateway.download;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;

/** What part of a file is asked for (RFC 9110, 14). */
sealed interface Range {

  /** All of it; also where several ranges, or unknown ones, are asked for. */
  record Whole() implements Range {}

  /**
   * A part.
   *
   * @param first its first byte, from 0
   * @param last its last byte, included
   */
  record Part(long first, long last) implements Range {

    /** Bytes. */
    long length() {
      return last - first + 1;
    }
  }

  /** A part that the file doesn't have. */
  record Beyond() implements Range {}

  /** What these headers of a request ask of that file. */
  static Range of(HttpHeaders headers, JobFile file) {
    List<HttpRange> ranges = ranges(headers);
    if (ranges.size() != 1 || !isStillThatFile(headers.getFirst(HttpHeaders.IF_RANGE), file)) {
      return new Whole();
    }
    HttpRange range = ranges.getFirst();
    if (range.getRangeStart(file.size()) >= file.size()) {
      return new Beyond();
    }
    return new Part(range.getRangeStart(file.size()), range.getRangeEnd(file.size()));
  }

  private static List<HttpRange> ranges(HttpHeaders headers) {
    try {
      return headers.getRange();
    } catch (IllegalArgumentException e) {
      return List.of();
    }
  }

  // Without it, a download that goes on would be put together of two files.
  private static boolean isStillThatFile(@Nullable String validator, JobFile file) {
    return validator == null || validator.equals(file.etag());
  }
}
