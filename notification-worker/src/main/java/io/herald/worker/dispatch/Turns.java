package io.herald.worker.dispatch;

import io.herald.model.topic.Lane;
import io.herald.worker.admission.Admission;
import io.herald.worker.admission.AskToSend;
import io.herald.worker.admission.Verdict;
import io.herald.worker.control.Leave;
import io.herald.worker.deliver.Attempt;
import io.herald.worker.deliver.DecideNext;
import io.herald.worker.deliver.Ending;
import io.herald.worker.deliver.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Whose turn it is: asks for leave, urgent lanes first, and does as the verdicts say. */
final class Turns {

  private static final Logger log = LoggerFactory.getLogger(Turns.class);
  private static final int MOST_ASKED = 64;
  private static final Duration UNTIL_KNOWN = Duration.ofMillis(100);

  private final Loop loop;
  private final Admission admission;
  private final Means means;
  private final Course course;
  private final Map<String, Roster> rosters = new HashMap<>();

  Turns(Loop loop, Admission admission, Means means, Course course) {
    this.loop = loop;
    this.admission = admission;
    this.means = means;
    this.course = course;
  }

  /** The line stands in its queue as soon as it can be served. */
  void offer(Line line) {
    Mailbox mailbox = line.mailbox();
    if (line.head().isEmpty() || mailbox.isBusy()) {
      return;
    }
    long ready = mailbox.readyAt(line);
    if (ready > loop.now()) {
      if (line.wakesAt(ready)) {
        loop.at(ready, () -> wake(line));
      }
    } else {
      roster(mailbox.bot()).queue(line.lane()).add(line);
    }
  }

  private void wake(Line line) {
    line.awake();
    offer(line);
    serve(roster(line.mailbox().bot()));
  }

  private Roster roster(String bot) {
    return rosters.computeIfAbsent(bot, Roster::new);
  }

  /** Nothing is sent for the bot until then. */
  void hold(String bot, long until) {
    roster(bot).hold(until);
  }

  /** Serves every bot whose turn can come. */
  void serve() {
    rosters.values().forEach(this::serve);
  }

  /** Asks for leave for those whose turn it is; one ask for each bot is under way at a time. */
  private void serve(Roster roster) {
    if (roster.isAsking() || !roster.anybodyWaits() || course.isFull()) {
      return;
    }
    boolean probe = !means.circuit().isClosed();
    if (probe && !means.circuit().mayProbe()) {
      wakeAt(roster, loop.now() + Means.LOOK_AT_CIRCUIT.toMillis());
      return;
    }
    List<Entry> asked = pick(roster, probe ? 1 : MOST_ASKED);
    if (asked.isEmpty()) {
      giveUpProbe(probe);
      return;
    }
    roster.asking(true);
    admission
        .ask(roster.bot(), asked.stream().map(Turns::ask).toList())
        .onErrorResume(error -> Mono.just(askedInVain(asked, error)))
        .subscribe(verdicts -> loop.run(() -> answered(roster, asked, verdicts, probe)));
  }

  /** It never fails; a bot must not be silent for ever if it does. */
  private static List<Verdict> askedInVain(List<Entry> asked, Throwable error) {
    log.error("Leave to send could not be asked for, and is in a second", error);
    return Collections.nCopies(asked.size(), new Verdict.WaitForBot(Duration.ofSeconds(1)));
  }

  private void wakeAt(Roster roster, long millis) {
    if (roster.wakesAt(millis)) {
      loop.at(
          millis,
          () -> {
            roster.awake();
            serve(roster);
          });
    }
  }

  private List<Entry> pick(Roster roster, int most) {
    List<Entry> picked = new ArrayList<>();
    for (Lane lane : Lane.values()) {
      if (roster.notBefore(lane) > loop.now()) {
        if (!roster.queue(lane).isEmpty()) {
          wakeAt(roster, roster.notBefore(lane));
        }
        continue;
      }
      int room = means.room(lane, course.underWay() + picked.size());
      int wanted = Math.min(Math.min(room, most - picked.size()), roster.appetite(lane));
      pick(roster.queue(lane), wanted, picked);
    }
    return picked;
  }

  private void pick(Queue queue, int most, List<Entry> picked) {
    int before = picked.size();
    Line line;
    while (picked.size() - before < most && (line = queue.poll()) != null) {
      Entry head = serviceable(line);
      if (head != null) {
        course.begin(head);
        picked.add(head);
      }
    }
  }

  /** The line's head, if it can still be served: much may have happened since it was queued. */
  private @Nullable Entry serviceable(Line line) {
    Mailbox mailbox = line.mailbox();
    Entry head = line.head().orElse(null);
    if (head == null || mailbox.isBusy() || mailbox.hasMoreUrgent(line, loop.now())) {
      return null;
    }
    if (mailbox.readyAt(line) > loop.now()) {
      offer(line);
      return null;
    }
    if (head.message().expiresAt().toEpochMilli() <= loop.now()) {
      course.begin(head);
      course.follow(head, DecideNext.expired(head.attempt(), "it came too late to be sent"));
      return null;
    }
    return mayGoOut(head) ? head : null;
  }

  /** Whether nobody paused or stopped it. What has gone out in part goes out whole. */
  private boolean mayGoOut(Entry head) {
    boolean begun = !head.attempt().messageIds().isEmpty();
    Leave leave = begun ? Leave.GIVEN : means.controls().of(head.message().notificationId());
    switch (leave) {
      case GIVEN -> {}
      case PAUSED -> {
        course.begin(head);
        course.hold(head);
      }
      case STOPPED -> {
        course.begin(head);
        course.follow(head, end(head, new Ending.Stopped()));
      }
      case NOT_KNOWN_YET -> {
        head.line().sleepUntil(loop.now() + UNTIL_KNOWN.toMillis());
        offer(head.line());
      }
    }
    return leave == Leave.GIVEN;
  }

  private static AskToSend ask(Entry entry) {
    Attempt attempt = entry.attempt();
    return new AskToSend(
        attempt.claimId(),
        attempt.chat(),
        entry.lane(),
        entry.isFree(),
        attempt.isAgain(),
        !DecideNext.mayRepeat(attempt),
        attempt.replaceKey(),
        attempt.message().expiresAt());
  }

  private void answered(Roster roster, List<Entry> asked, List<Verdict> verdicts, boolean probe) {
    roster.asking(false);
    for (Lane lane : Lane.values()) {
      learn(roster, lane, asked, verdicts);
    }
    // Backwards, so that those who are put back stand as they stood.
    for (int i = asked.size() - 1; i >= 0; i--) {
      answered(roster, asked.get(i), verdicts.get(i));
    }
    giveUpProbe(probe && verdicts.stream().noneMatch(Verdict.Go.class::isInstance));
    serve(roster);
  }

  private void giveUpProbe(boolean unused) {
    if (unused) {
      means.circuit().giveUpProbe();
    }
  }

  private void learn(Roster roster, Lane lane, List<Entry> asked, List<Verdict> verdicts) {
    int passed = 0;
    long pause = 0;
    for (int i = 0; i < asked.size(); i++) {
      if (asked.get(i).lane() == lane) {
        passed += verdicts.get(i) instanceof Verdict.Go ? 1 : 0;
        pause = Math.max(pause, botWait(verdicts.get(i)));
      }
    }
    if (pause > 0) {
      roster.refused(lane, passed, loop.now() + pause);
    } else if (passed > 0) {
      roster.fed(lane);
    }
  }

  private static long botWait(Verdict verdict) {
    return verdict instanceof Verdict.WaitForBot wait ? Math.max(1, wait.pause().toMillis()) : 0;
  }

  private void answered(Roster roster, Entry entry, Verdict verdict) {
    switch (verdict) {
      case Verdict.Go go -> course.call(entry, go);
      case Verdict.AlreadySent(var id) ->
          course.follow(entry, DecideNext.alreadySent(entry.attempt(), id));
      case Verdict.Uncertain _ ->
          course.follow(entry, end(entry, new Ending.Dropped("an earlier run may have sent it")));
      case Verdict.Suspended(var reason) ->
          course.follow(entry, DecideNext.suspended(entry.attempt(), reason));
      case Verdict.WaitForChat(var pause) -> {
        entry.line().sleepUntil(loop.now() + Math.max(1, pause.toMillis()));
        course.waits(entry);
        course.giveUp(entry);
      }
      case Verdict.WaitForBot _ -> {
        course.waits(entry);
        roster.queue(entry.lane()).putBack(entry.line());
        course.giveUp(entry);
      }
    }
  }

  private static Step end(Entry entry, Ending ending) {
    return new Step.End(ending, entry.attempt());
  }
}
