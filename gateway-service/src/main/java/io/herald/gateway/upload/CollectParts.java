package io.herald.gateway.upload;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.codec.multipart.FilePartEvent;
import org.springframework.http.codec.multipart.FormPartEvent;
import org.springframework.http.codec.multipart.PartEvent;

/** Gathers a multipart form as it comes in: its fields and at most one file, all in memory. */
final class CollectParts {

  private static final int MOST_FIELDS = 20;

  private final int limit;
  private final Map<String, String> fields = new LinkedHashMap<>();
  private @Nullable CollectBytes bytes;
  private @Nullable String field;
  private @Nullable Upload upload;
  private boolean unusable;

  /**
   * Gathers a file of so many bytes at most.
   *
   * @param limit bytes
   */
  CollectParts(int limit) {
    this.limit = limit;
  }

  /** Takes the next piece of the form and releases its buffer. */
  void add(PartEvent event) {
    switch (event) {
      case FormPartEvent form when fields.size() < MOST_FIELDS ->
          fields.put(form.name(), form.value());
      case FilePartEvent file when upload == null && isSame(file) -> addTo(file);
      default -> {
        unusable = true;
        DataBufferUtils.release(event.content());
      }
    }
  }

  private boolean isSame(FilePartEvent file) {
    return field == null || field.equals(file.name());
  }

  private void addTo(FilePartEvent file) {
    if (bytes == null) {
      bytes = new CollectBytes(limit, -1);
      field = file.name();
    }
    bytes.add(file.content());
    if (file.isLast() && !bytes.isOver()) {
      upload = Upload.of(bytes.bytes(), file.headers(), file.filename());
    }
  }

  /** What was filled in; fails when it is too much. */
  Form form() {
    if (unusable) {
      throw new UnusableUpload("a form has one file and at most " + MOST_FIELDS + " fields");
    }
    if (bytes != null && bytes.isOver()) {
      throw new DataBufferLimitException("more than " + limit + " bytes");
    }
    return new Form(
        fields,
        field == null || upload == null ? Optional.empty() : Optional.of(Map.entry(field, upload)));
  }
}
