package io.herald.scheduler.type;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Finds the notification scripts in their folders: whatever is executable, by its name without the
 * ending. Folders change while the service runs, so what is wrong is left out and logged once.
 */
final class ReadScripts {

  private static final Logger log = LoggerFactory.getLogger(ReadScripts.class);
  private static final int MOST = 200;

  private final Map<Path, String> complaints = new HashMap<>();
  private final List<Path> folders;

  ReadScripts(List<Path> folders) {
    this.folders = List.copyOf(folders);
  }

  /** All that are there now, folder by folder; of two with one name the first. */
  synchronized List<Program> read() {
    List<Program> scripts = new ArrayList<>();
    for (Path folder : folders) {
      for (Path file : executables(folder)) {
        read(file)
            .filter(it -> scripts.size() < MOST && isNew(it, scripts, file))
            .ifPresent(scripts::add);
      }
    }
    return scripts;
  }

  private boolean isNew(Program script, List<Program> scripts, Path file) {
    boolean isNew = scripts.stream().noneMatch(it -> it.name().equals(script.name()));
    if (!isNew) {
      complain(file, "there is another script of that name");
    }
    return isNew;
  }

  private List<Path> executables(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(ReadScripts::isScript).sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      complain(folder, "it can't be read (" + e.getClass().getSimpleName() + ')');
      return List.of();
    }
  }

  private static boolean isScript(Path file) {
    String name = file.getFileName().toString();
    return !name.startsWith(".")
        && !name.endsWith(".yaml")
        && Files.isRegularFile(file)
        && Files.isExecutable(file);
  }

  private Optional<Program> read(Path file) {
    try {
      String name = withoutEnding(file);
      Program script = ReadScript.from(name, file, said(file.resolveSibling(name + ".yaml")));
      complaints.remove(file);
      return Optional.of(script);
    } catch (IllegalArgumentException | YAMLException e) {
      complain(
          file, e instanceof YAMLException ? "what its file says is not YAML" : e.getMessage());
    } catch (IOException e) {
      complain(file, "it can't be read (" + e.getClass().getSimpleName() + ')');
    }
    return Optional.empty();
  }

  private static String withoutEnding(Path file) {
    String name = file.getFileName().toString();
    return name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
  }

  private static Map<?, ?> said(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Map.of();
    }
    Object said = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
    Fields.check(said == null || said instanceof Map<?, ?>, "its YAML file must have fields");
    return said == null ? Map.of() : (Map<?, ?>) said;
  }

  private void complain(Path file, String problem) {
    if (!problem.equals(complaints.put(file, problem))) {
      log.warn("{} is left out: {}", file, problem);
    }
  }
}
