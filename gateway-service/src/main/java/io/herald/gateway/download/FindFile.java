package io.herald.gateway.download;

import io.herald.model.job.JobIds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;

/** Finds files of jobs, and nothing outside a job's own folder, wherever links lead. It blocks. */
final class FindFile {

  private final Path folder;

  /**
   * Finds below that folder.
   *
   * @param folder holds a folder for each job
   */
  FindFile(Path folder) {
    this.folder = folder;
  }

  /**
   * The file; empty when there is none, or none that may be read.
   *
   * @param steps the folders below the job's, and the file's name
   */
  Optional<JobFile> find(String job, List<String> steps) {
    if (!JobIds.isId(job) || steps.isEmpty() || !steps.stream().allMatch(FindFile::isName)) {
      return Optional.empty();
    }
    try {
      // The job's own folder must be no link either: it might lead to another job.
      Path home = folder.toRealPath().resolve(job).toRealPath(LinkOption.NOFOLLOW_LINKS);
      Path file = home.resolve(String.join("/", steps)).toRealPath();
      return Files.isDirectory(home, LinkOption.NOFOLLOW_LINKS) && file.startsWith(home)
          ? read(file)
          : Optional.empty();
    } catch (IOException | InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static Optional<JobFile> read(Path file) throws IOException {
    BasicFileAttributes attributes =
        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    return attributes.isRegularFile() && Files.isReadable(file)
        ? Optional.of(
            new JobFile(file, attributes.size(), attributes.lastModifiedTime().toInstant()))
        : Optional.empty();
  }

  private static boolean isName(String step) {
    return !step.isEmpty()
        && !step.equals(".")
        && !step.equals("..")
        && step.chars().noneMatch(it -> it == '/' || it == '\\' || it < ' ');
  }
}
