package io.herald.scheduler.type;

import io.herald.runtime.config.InvalidSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads the kinds of jobs from their file; what is wrong in it stops the start, in one line. */
final class ReadPrograms {

  private static final String SETTING = "HERALD_JOBS_FILE";
  private static final int MOST = 200;

  private ReadPrograms() {}

  static Programs from(Path file) {
    Object document = parsed(file);
    if (!(document instanceof Map<?, ?> top) || !(top.get("jobs") instanceof List<?> entries)) {
      throw wrong("must have a list named jobs");
    }
    if (top.size() > 1 || entries.size() > MOST) {
      throw wrong("must have nothing but a list named jobs, of at most " + MOST);
    }
    List<Program> programs = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Object entry : entries) {
      Program program = read(entry, programs.size() + 1, file);
      if (!names.add(program.name())) {
        throw wrong("has two jobs named " + program.name());
      }
      programs.add(program);
    }
    return new Programs(programs);
  }

  private static Program read(@Nullable Object entry, int number, Path file) {
    if (!(entry instanceof Map<?, ?> fields)) {
      throw wrong("job " + number + " must have fields such as name and command");
    }
    Path here = file.toAbsolutePath().getParent();
    try {
      return ReadProgram.from(fields, String.valueOf(here));
    } catch (IllegalArgumentException e) {
      Object name = fields.get("name");
      throw wrong("job " + (name == null ? number : name) + ": " + e.getMessage());
    }
  }

  private static @Nullable Object parsed(Path file) {
    try {
      return new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
    } catch (IOException e) {
      throw wrong("can't be read (" + e.getClass().getSimpleName() + ")");
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
      throw wrong("is not YAML: " + e.getProblem() + " in line " + line);
    } catch (YAMLException e) {
      throw wrong("is not YAML");
    }
  }

  private static InvalidSetting wrong(String problem) {
    return new InvalidSetting(SETTING, problem);
  }
}
