package io.herald.bench.report;

import io.herald.local.process.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the result of a run under {@code benchmarks/target/results}, for comparisons. */
public final class ResultFile {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private ResultFile() {}

  /**
   * Writes a result as JSON.
   *
   * @return the file, relative to the repository's root
   */
  public static Path write(String benchmark, Instant at, Object result) throws IOException {
    Path root = Installation.root();
    Path folder = Files.createDirectories(root.resolve("benchmarks/target/results"));
    Path file = folder.resolve(benchmark + "-" + TIME.format(at) + ".json");
    Files.writeString(file, JSON.writeValueAsString(result) + "\n");
    return root.relativize(file);
  }
}
