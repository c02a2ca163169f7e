package io.herald.scheduler.run;

import io.herald.model.job.JobIds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.util.FileSystemUtils;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/**
 * Removes what jobs left, once it was not written to for so long. Several schedulers may share the
 * folder: what another removed first is gone, which is all that was wanted.
 */
final class RemoveOldFiles implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(RemoveOldFiles.class);

  private static final Duration INTERVAL = Duration.ofHours(1);

  private final Path folder;
  private final Duration keep;
  private Disposable removing = Disposables.disposed();

  RemoveOldFiles(Path folder, Duration keep) {
    this.folder = folder;
    this.keep = keep;
  }

  @Override
  public void start() {
    removing =
        Flux.interval(Duration.ZERO, INTERVAL, Schedulers.boundedElastic())
            .subscribe(_ -> removeNow());
  }

  private void removeNow() {
    try {
      removeAt(Instant.now());
    } catch (UncheckedIOException e) {
      log.warn("Old files of jobs stay: {}", e.getMessage());
    }
  }

  @Override
  public void stop() {
    removing.dispose();
  }

  @Override
  public boolean isRunning() {
    return !removing.isDisposed();
  }

  /** Removes folders and logs of jobs; what can't be read or removed stays, and is logged. */
  void removeAt(Instant now) {
    Instant before = now.minus(keep);
    long removed = logs().stream().filter(log -> remove(log, before)).count();
    if (removed > 0) {
      log.info("Files and logs of {} jobs are removed: older than {}", removed, keep);
    }
  }

  // Every job that ran has a log. Whatever else lies in the folder is somebody else's.
  private List<Path> logs() {
    Path logs = folder.resolve(JobFolders.LOGS);
    if (!Files.isDirectory(logs)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(logs)) {
      return entries.filter(entry -> entry.toString().endsWith(JobFolders.LOG)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean remove(Path journal, Instant before) {
    String name = journal.getFileName().toString();
    String job = name.substring(0, name.length() - JobFolders.LOG.length());
    Path files = folder.resolve(job);
    try {
      if (!JobIds.isId(job)
          || !written(journal).isBefore(before)
          || (Files.exists(files) && !lastWritten(files).isBefore(before))) {
        return false;
      }
      FileSystemUtils.deleteRecursively(files);
      return Files.deleteIfExists(journal);
    } catch (IOException | UncheckedIOException e) {
      log.warn("Files of job {} stay: {}", job, e.getClass().getSimpleName());
      return false;
    }
  }

  // A folder's own time tells of its entries, not of what was written to them. Links aren't
  // followed.
  private static Instant lastWritten(Path entry) throws IOException {
    List<Path> all;
    try (Stream<Path> tree = Files.walk(entry)) {
      all = tree.toList();
    }
    return all.stream().map(RemoveOldFiles::written).max(Comparator.naturalOrder()).orElseThrow();
  }

  private static Instant written(Path path) {
    try {
      return Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS).toInstant();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
