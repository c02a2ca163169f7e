package io.herald.scheduler.run;

import io.herald.model.job.JobFile;
import io.herald.model.job.JobResult;
import io.herald.scheduler.tell.Failures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Holds what a program tells as its result to what lies in its folder. */
final class CheckResult {

  private static final int MOST_FILES = 500;
  // All of them fit into one event.
  private static final int LONGEST_NAME = 1_000;
  // What stands for bytes that are no text in the encoding of this machine's file names.
  private static final char UNREADABLE = '\uFFFD';
  private static final Report.Result NOTHING_TOLD = new Report.Result(null, null, null);

  private final Path folder;

  /** Of the program with that folder. */
  CheckResult(Path folder) {
    this.folder = folder;
  }

  /** What came of it; without a word of it, whatever lies in the folder. */
  Outcome check(Report.@Nullable Result told) {
    Report.Result result = told == null ? NOTHING_TOLD : told;
    try {
      Path real = folder.toRealPath();
      List<JobFile> files = result.files() == null ? found(real) : named(result.files(), real);
      long size = files.stream().mapToLong(JobFile::sizeBytes).sum();
      return new Outcome.Done(new JobResult(result.title(), result.seconds(), size, files));
    } catch (Unusable e) {
      return new Outcome.Failed(Failures.badResult(String.valueOf(e.getMessage())));
    } catch (NoSuchFileException e) {
      return new Outcome.Failed(Failures.badResult("a file that it names is not there"));
    } catch (IOException e) {
      return new Outcome.Failed(Failures.badResult("its files can't be read"));
    }
  }

  private List<JobFile> named(List<String> names, Path real) throws IOException {
    List<JobFile> files = new ArrayList<>();
    if (names.size() > MOST_FILES) {
      throw new Unusable("it names more than " + MOST_FILES + " files");
    }
    for (String name : names) {
      files.add(file(name, real));
    }
    return files;
  }

  private JobFile file(String name, Path real) throws IOException {
    try {
      Path file = folder.resolve(name).toRealPath();
      if (!file.startsWith(real)) {
        throw new Unusable("a file that it names lies outside of its folder");
      }
      if (!Files.isRegularFile(file)) {
        throw new Unusable("something that it names is no file");
      }
      return new JobFile(below(real, file), Files.size(file));
    } catch (InvalidPathException e) {
      throw new Unusable("a file that it names can't be one");
    }
  }

  private static List<JobFile> found(Path real) throws IOException {
    try (Stream<Path> paths = Files.walk(real)) {
      List<JobFile> files = new ArrayList<>();
      for (Path path : paths.sorted().toList()) {
        boolean isWanted =
            Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                && !path.getFileName().toString().startsWith(".");
        if (isWanted && files.size() < MOST_FILES) {
          files.add(new JobFile(below(real, path), Files.size(path)));
        }
      }
      return files;
    }
  }

  private static String below(Path real, Path file) throws Unusable {
    String name = real.relativize(file).toString();
    if (name.length() > LONGEST_NAME) {
      throw new Unusable("the name of a file is longer than " + LONGEST_NAME + " characters");
    }
    // No link leads to such a file.
    if (name.chars().anyMatch(it -> it == '\\' || it < ' ' || it == UNREADABLE)) {
      throw new Unusable("the name of a file has a character that no link can carry");
    }
    return name;
  }

  /** The result can't be used, for a reason that people may read. */
  private static final class Unusable extends IOException {
    private static final long serialVersionUID = 1L;

    Unusable(String reason) {
      super(reason);
    }
  }
}
