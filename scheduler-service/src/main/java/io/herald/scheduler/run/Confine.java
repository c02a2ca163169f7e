package io.herald.scheduler.run;

import io.herald.runtime.config.InvalidSetting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * Confines notification scripts: who they are, and how much they may take. It is done by small
 * programs of every Linux; what is missing here is left out, and said at the start.
 */
final class Confine {

  private static final Logger log = LoggerFactory.getLogger(Confine.class);
  private static final List<String> NOTHING = List.of("true");
  private static final long CPU_SECONDS = 60;
  private static final long ROOT = 0;

  private final OwnUsers users = new OwnUsers();
  private final List<String> always = new ArrayList<>();
  private final ConfineSettings settings;
  private final Optional<NamedUser> named;
  private final boolean own;
  private final boolean reads;
  private final boolean limits;

  /**
   * Looks what is possible here.
   *
   * @param folders what scripts have to reach: their own folders, and that of the jobs; empty:
   *     there are no scripts, and nothing is said
   */
  Confine(ConfineSettings settings, List<Path> folders) {
    this.settings = settings;
    boolean isNeeded = !folders.isEmpty();
    add(Piece.NICE, "they compete with the service for the processor", isNeeded);
    add(Piece.FIRST_TO_GO, "where memory is short the service may be ended first", isNeeded);
    this.named = named(settings.runAs());
    this.own = named.isEmpty() && isNeeded && isOwn();
    this.reads = own && settings.runAs().isEmpty() && isClosed(folders);
    if (!own && named.isEmpty()) {
      add(Piece.NO_PRIVILEGES, "they may use programs that give them another user", isNeeded);
    }
    this.limits = isNeeded && works(limited(settings.processes() + ProcessEntry.threads(user())));
    if (isNeeded) {
      tell();
    }
  }

  private void add(List<String> piece, String otherwise, boolean isNeeded) {
    if (isNeeded && works(piece)) {
      always.addAll(piece);
    } else if (isNeeded) {
      log.warn("Scripts run without {}, which does not work here: {}", piece.getFirst(), otherwise);
    }
  }

  private static boolean works(List<String> piece) {
    return Kill.run(Stream.concat(piece.stream(), NOTHING.stream()).toList());
  }

  private static Optional<NamedUser> named(String name) {
    if (name.isEmpty()
        || name.equals(ConfineSettings.OWN)
        || name.equals(ConfineSettings.SERVICE)) {
      return Optional.empty();
    }
    Optional<NamedUser> user =
        NamedUser.find(name).filter(it -> works(Piece.user(it.user(), it.group())));
    if (user.isEmpty()) {
      throw new InvalidSetting("HERALD_SCRIPTS_RUN_AS", "must be a user that this service may be");
    }
    return user;
  }

  private boolean isOwn() {
    boolean isPossible = ProcessEntry.ownUser() == ROOT && works(Piece.user(users.take(), 65519));
    if (settings.runAs().equals(ConfineSettings.OWN) && !isPossible) {
      throw new InvalidSetting("HERALD_SCRIPTS_RUN_AS", "can be own only where Herald is root");
    }
    return isPossible && !settings.runAs().equals(ConfineSettings.SERVICE);
  }

  /** Whether users of their own can't get to where they work; if so, it is said. */
  private boolean isClosed(List<Path> folders) {
    Optional<Path> closed =
        folders.stream()
            .filter(it -> !Reach.byAll(it))
            .findFirst()
            .filter(_ -> works(Piece.reader(users.take())));
    closed.ifPresent(
        it -> log.warn("{} is closed to other users, so scripts may read all that root may", it));
    return closed.isPresent();
  }

  private void tell() {
    if (!limits) {
      log.warn(
          "Scripts run without prlimit, which does not work here: nothing limits them but time");
    }
    if (own) {
      log.info("Each run of a script is a user of its own");
    } else if (named.isEmpty() && user() == ROOT) {
      log.warn("Scripts run as root, whose processes nothing counts; see HERALD_SCRIPTS_RUN_AS");
    } else {
      log.info("Scripts run as {}", named.isEmpty() ? "the service's user" : settings.runAs());
    }
  }

  private long user() {
    return named.map(NamedUser::user).orElseGet(ProcessEntry::ownUser);
  }

  /** Empties the folder of a run, gives it to whoever the run is, and tells what comes first. */
  List<String> enter(Path folder) {
    List<String> command = new ArrayList<>(always);
    long processes = settings.processes();
    if (own) {
      long user = users.take();
      prepare(folder, Optional.of(new NamedUser(user, user)));
      command.addAll(reads ? Piece.reader(user) : Piece.user(user, user));
    } else {
      prepare(folder, named);
      named.ifPresent(it -> command.addAll(Piece.user(it.user(), it.group())));
      // Counted is what a user has in all.
      processes += ProcessEntry.threads(user());
    }
    if (limits) {
      command.addAll(limited(processes));
    }
    return command;
  }

  private List<String> limited(long processes) {
    return Piece.limits(
        processes, settings.memory().toBytes(), settings.fileSize().toBytes(), CPU_SECONDS);
  }

  // What an earlier attempt left belongs to somebody else, and may be a link to anything.
  private static void prepare(Path folder, Optional<NamedUser> user) {
    try {
      FileSystemUtils.deleteRecursively(folder);
      Files.createDirectories(folder);
      if (user.isPresent()) {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        Files.setAttribute(folder, "unix:gid", (int) user.get().group());
        Files.setAttribute(folder, "unix:uid", (int) user.get().user());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
