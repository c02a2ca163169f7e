package io.herald.bench.pacing;

import io.herald.bench.emulator.Arrivals;
import io.herald.bench.emulator.Emulator;
import io.herald.bench.emulator.EmulatorControl;
import io.herald.bench.run.Waiting;
import io.herald.bench.run.Workspace;
import java.time.Duration;

/**
 * One subject with an emulator, a broker and a Redis of its own, so that nothing of the one before
 * is left.
 */
final class PacingRun {
  /**
   * Nothing arrives for so long: the rest is lost. A group's bucket refills within three seconds, a
   * retry waits a minute.
   */
  private static final Duration SILENCE = Duration.ofSeconds(75);

  /** Time for a message to arrive once more. */
  private static final Duration AFTERWARDS = Duration.ofSeconds(3);

  /** The subject's own budgets are full again. */
  private static final Duration REST = Duration.ofSeconds(4);

  private final Workload workload;
  private final PacingOptions options;

  PacingRun(Workload workload, PacingOptions options) {
    this.workload = workload;
    this.options = options;
  }

  PacingFigures measure(Subject subject) throws InterruptedException {
    try (Workspace workspace = Workspace.create();
        Emulator emulator = Emulator.start(workspace);
        Sender sender = start(subject, workspace, emulator)) {
      warmUp(sender, emulator.control());
      return measure(subject, sender, emulator.control());
    }
  }

  private Sender start(Subject subject, Workspace workspace, Emulator emulator)
      throws InterruptedException {
    return subject.isHerald()
        ? HeraldSender.start(workspace, emulator, subject.workers, options.lane())
        : PeerSender.start(workspace, emulator, subject);
  }

  private static void warmUp(Sender sender, EmulatorControl emulator) throws InterruptedException {
    Workload warmUp = Workload.warmUp();
    emulator.neitherLimitsNorLatency();
    addPrivateChats(emulator, warmUp);
    Arrivals arrivals = Arrivals.from(emulator);
    sender.send(warmUp);
    arrivals.await(warmUp.size(), SILENCE);
    Waiting.pause(REST);
  }

  private PacingFigures measure(Subject subject, Sender sender, EmulatorControl emulator)
      throws InterruptedException {
    addPrivateChats(emulator, workload);
    for (long group : Workload.groups(options)) {
      emulator.addGroup(group);
    }
    emulator.limits(Ideal.GLOBAL, Ideal.CHAT, Ideal.GROUP);
    emulator.resetStats();
    Arrivals arrivals = Arrivals.from(emulator);
    Asked asked = sender.send(workload);
    arrivals.await(workload.size(), asked.failed() == 0 ? SILENCE : Duration.ZERO);
    Waiting.pause(AFTERWARDS);
    arrivals.read();
    return PacingFigures.of(subject, workload, asked, arrivals.all(), emulator.tooManyRequests());
  }

  private static void addPrivateChats(EmulatorControl emulator, Workload workload)
      throws InterruptedException {
    long[] chats =
        workload.all().mapToLong(message -> message.chat()).filter(id -> id > 0).toArray();
    for (long chat : chats) {
      emulator.addUsers(chat, 1);
    }
  }
}
