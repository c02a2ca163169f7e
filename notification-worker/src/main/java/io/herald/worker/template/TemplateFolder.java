package io.herald.worker.template;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The operator's templates: the files of a folder. A file that can't be used is said in one line,
 * and what it was before stays.
 *
 * <p>Not safe for several threads at once.
 */
final class TemplateFolder {

  private static final Logger log = LoggerFactory.getLogger(TemplateFolder.class);

  /** What a file was like when it was read; another one is read again. */
  private record Stamp(FileTime modified, long size) {}

  private final Map<Path, Stamp> seen = new HashMap<>();
  // In the order of their names: of two files of one template the last counts.
  private final Map<Path, Template> read = new TreeMap<>();
  private final Path folder;
  private final MissingValue missing;
  private boolean readable = true;

  TemplateFolder(Path folder, MissingValue missing) {
    this.folder = folder;
    this.missing = missing;
  }

  /** The folder's templates by name, as they are now. The folder is away: as they were. */
  Map<String, Template> templates() {
    try (Stream<Path> files = Files.list(folder)) {
      look(files.filter(this::isTemplate).sorted().toList());
      readable = true;
    } catch (IOException e) {
      if (readable) {
        log.warn("The templates in {} can't be read ({}); they stay as they are", folder, kind(e));
      }
      readable = false;
    }
    Map<String, Template> templates = new HashMap<>();
    read.forEach((file, template) -> templates.put(file(file).template(), template));
    return templates;
  }

  private boolean isTemplate(Path file) {
    return TemplateFile.named(name(file)).isPresent() && Files.isRegularFile(file);
  }

  private void look(List<Path> files) {
    seen.keySet().retainAll(files);
    read.keySet().retainAll(files);
    files.forEach(this::look);
  }

  private void look(Path file) {
    try {
      Stamp stamp = new Stamp(Files.getLastModifiedTime(file), Files.size(file));
      if (!stamp.equals(seen.put(file, stamp))) {
        boolean anew = read.put(file, file(file).read(Files.readAllBytes(file), missing)) != null;
        log.info(
            "Template {} is {} from {}", file(file).template(), anew ? "changed" : "taken", file);
      }
    } catch (IOException e) {
      broken(file, kind(e));
    } catch (BrokenTemplate e) {
      broken(file, e.getMessage());
    }
  }

  private static void broken(Path file, String problem) {
    log.error("Template {} can't be used, what it was before stays: {}", file, problem);
  }

  private static TemplateFile file(Path file) {
    return TemplateFile.named(name(file)).orElseThrow();
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  private static String kind(IOException e) {
    return e.getClass().getSimpleName();
  }
}
