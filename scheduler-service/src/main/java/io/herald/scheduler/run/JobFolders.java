package io.herald.scheduler.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where each job has its files. An id has no dots and no slashes, so it names a folder safely. */
final class JobFolders {

  /** Beside the folders of jobs: their logs. */
  static final String LOGS = ".logs";

  /** What the name of a log ends with, after the job's id. */
  static final String LOG = ".log";

  private final Path folder;

  JobFolders(Path folder) {
    this.folder = folder;
  }

  /** The job's own folder, whether it is there or not. */
  Path of(String job) {
    return folder.resolve(job);
  }

  /** The job's own folder; what an earlier attempt left is in it. */
  Path open(String job) {
    try {
      return Files.createDirectories(of(job));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The job's log. */
  Journal journal(String job) {
    return Journal.open(folder.resolve(LOGS).resolve(job + LOG));
  }
}
