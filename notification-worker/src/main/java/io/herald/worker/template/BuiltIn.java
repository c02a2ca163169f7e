package io.herald.worker.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The templates that come along. */
final class BuiltIn {

  private static final List<String> FILES =
      List.of(
          "post.succeeded.html",
          "post.failed.html",
          "automation.executed.html",
          "daily.summary.md",
          "drift.detected.html",
          "job.finished.html",
          "system.test.txt");

  private BuiltIn() {}

  /** All of them by name. */
  static Map<String, Template> templates(MissingValue missing) {
    Map<String, Template> templates = new HashMap<>();
    for (String name : FILES) {
      TemplateFile file = TemplateFile.named(name).orElseThrow();
      try {
        templates.put(file.template(), file.read(content(name), missing));
      } catch (BrokenTemplate e) {
        throw new IllegalStateException(name + ": " + e.getMessage(), e);
      }
    }
    return Map.copyOf(templates);
  }

  private static byte[] content(String name) {
    try (InputStream in = BuiltIn.class.getResourceAsStream("/templates/" + name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the jar");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
