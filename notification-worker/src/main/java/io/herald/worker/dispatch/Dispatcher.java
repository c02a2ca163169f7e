package io.herald.worker.dispatch;

import io.herald.model.topic.Lane;
import io.herald.worker.admission.Admission;
import io.herald.worker.admission.AskToSend;
import io.herald.worker.admission.Verdict;
import io.herald.worker.deliver.Attempt;
import io.herald.worker.deliver.Called;
import io.herald.worker.deliver.Conclude;
import io.herald.worker.deliver.DecideNext;
import io.herald.worker.deliver.Ending;
import io.herald.worker.deliver.MakeCall;
import io.herald.worker.deliver.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Decides whose turn it is. All state is confined to one {@link Loop}: messages come in, verdicts,
 * outcomes and wake-ups come back, and each makes the loop look whom it can serve next.
 *
 * <p>A chat has one message under way at a time, from asking for leave to what follows from the
 * outcome; so a chat that waits, for whatever reason, holds nobody but itself.
 */
public final class Dispatcher {

  private static final int MOST_ASKED = 64;
  // What has gone out and is not told yet: while Kafka is away it must not grow without end.
  private static final int MOST_CONCLUDING = 2_048;

  private final Loop loop;
  private final Admission admission;
  private final MakeCall makeCall;
  private final Conclude conclude;
  private final Means means;
  private final Map<String, Mailbox> mailboxes = new HashMap<>();
  private final Map<String, Roster> rosters = new HashMap<>();
  private int underWay;
  private int concluding;

  /**
   * Wires it.
   *
   * @param means what it works with and within
   */
  public Dispatcher(
      Loop loop, Admission admission, MakeCall makeCall, Conclude conclude, Means means) {
    this.loop = loop;
    this.admission = admission;
    this.makeCall = makeCall;
    this.conclude = conclude;
    this.means = means;
  }

  /** Takes messages in, in the order in which they were read. */
  public void accept(List<Entry> entries) {
    loop.run(() -> {
      entries.forEach(this::add);
      rosters.values().forEach(this::serve);
    });
  }

  /**
   * Gives partitions back: what waits is forgotten, what is under way comes to its end.
   *
   * @return completes when nothing is under way any more for them
   */
  public CompletableFuture<Void> release(Collection<Assignment> assignments) {
    CompletableFuture<Void> released = new CompletableFuture<>();
    loop.run(() -> {
      CompletableFuture.allOf(
              assignments.stream().map(Assignment::release).toArray(CompletableFuture[]::new))
          .thenRun(() -> released.complete(null));
      mailboxes.values().forEach(this::forgetReleased);
      mailboxes.values().removeIf(Mailbox::isEmpty);
    });
    return released;
  }

  private void forgetReleased(Mailbox mailbox) {
    for (Line line : mailbox.lines()) {
      line.removeIf(
          entry -> entry.assignment().isReleased() && !mailbox.isBusyWith(entry), this::forget);
    }
  }

  private void forget(Entry entry) {
    means.backlog().remove(entry);
    entry.received().trace().end();
  }

  private void add(Entry entry) {
    if (entry.assignment().isReleased()) {
      forget(entry);
      return;
    }
    String bot = entry.message().bot();
    Mailbox mailbox = mailboxes.computeIfAbsent(entry.mailboxKey(), key -> new Mailbox(key, bot));
    Line line = mailbox.line(entry.lane());
    if (line.defers(entry)) {
      line.defer(entry);
      forget(entry);
    } else {
      place(line, entry);
    }
    offer(line);
  }

  private void place(Line line, Entry entry) {
    entry.standIn(line);
    int before = line.size();
    line.add(entry).ifPresent(this::supersede);
    if (line.size() == before) {
      // Conflated, or the copy of a message that is here already.
      means.backlog().remove(entry);
    }
  }

  /** The line stands in the queue as soon as it can be served. */
  private void offer(Line line) {
    Mailbox mailbox = line.mailbox();
    reread(line);
    if (line.head().isEmpty() || mailbox.isBusy()) {
      return;
    }
    long ready = mailbox.readyAt(line);
    if (ready > loop.now()) {
      if (line.wakesAt(ready)) {
        loop.at(ready, () -> wake(line));
      }
    } else {
      roster(mailbox).queue(line.lane()).add(line);
    }
  }

  /** A hot chat has room for those of its messages whose content it had let go. */
  private void reread(Line line) {
    List<Deferred> due = line.dueForReread();
    if (!due.isEmpty()) {
      means
          .reread()
          .read(due)
          .whenComplete((found, error) -> loop.run(() -> reread(line, due, found)));
    }
  }

  private void reread(Line line, List<Deferred> due, @Nullable List<Entry> found) {
    if (due.getFirst().assignment().isReleased()) {
      line.reread(List.of());
    } else if (found == null) {
      line.reread(List.of());
      loop.at(loop.now() + Means.BEFORE_NEXT_READ.toMillis(), () -> offer(line));
    } else {
      line.reread(due);
      finishMissing(due, found);
      found.forEach(means.backlog()::add);
      found.forEach(entry -> place(line, entry));
      wake(line);
    }
  }

  /** What Kafka has deleted by now can't be sent any more. */
  private static void finishMissing(List<Deferred> due, List<Entry> found) {
    if (found.size() < due.size()) {
      Set<Long> there =
          found.stream().map(entry -> entry.deferred().offset()).collect(Collectors.toSet());
      due.stream().filter(it -> !there.contains(it.offset())).forEach(it -> it.receipt().finish());
    }
  }

  private void wake(Line line) {
    line.awake();
    offer(line);
    serve(roster(line.mailbox()));
  }

  private Roster roster(Mailbox mailbox) {
    return rosters.computeIfAbsent(mailbox.bot(), Roster::new);
  }

  /** Asks for leave for those whose turn it is; one ask for each bot is under way at a time. */
  private void serve(Roster roster) {
    if (roster.isAsking() || concluding > MOST_CONCLUDING) {
      return;
    }
    boolean probe = !means.circuit().isClosed();
    if (probe && !(anybodyWaits(roster) && means.circuit().mayProbe())) {
      wakeIfAnybodyWaits(roster);
      return;
    }
    List<Entry> asked = pick(roster, probe ? 1 : MOST_ASKED);
    if (asked.isEmpty()) {
      giveUpProbe(probe);
      return;
    }
    roster.asking(true);
    admission
        .ask(roster.bot(), asked.stream().map(Dispatcher::ask).toList())
        .subscribe(verdicts -> loop.run(() -> answered(roster, asked, verdicts, probe)));
  }

  private boolean anybodyWaits(Roster roster) {
    for (Lane lane : Lane.values()) {
      if (!roster.queue(lane).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private void wakeIfAnybodyWaits(Roster roster) {
    if (anybodyWaits(roster)) {
      wakeAt(roster, loop.now() + Means.LOOK_AT_CIRCUIT.toMillis());
    }
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
      int room = Math.min(means.room(lane, underWay + picked.size()), most - picked.size());
      pick(roster, lane, Math.min(room, roster.appetite(lane)), picked);
    }
    return picked;
  }

  private void pick(Roster roster, Lane lane, int most, List<Entry> picked) {
    int before = picked.size();
    Line line;
    while (picked.size() - before < most && (line = roster.queue(lane).poll()) != null) {
      Entry head = serviceable(line);
      if (head != null) {
        line.mailbox().begin(head);
        head.assignment().begin();
        picked.add(head);
      }
    }
  }

  /** The line's head, if it can still be served: much may have happened since it was queued. */
  private @Nullable Entry serviceable(Line line) {
    Mailbox mailbox = line.mailbox();
    if (line.head().isEmpty() || mailbox.isBusy() || mailbox.hasMoreUrgent(line)) {
      return null;
    }
    if (mailbox.readyAt(line) > loop.now()) {
      offer(line);
      return null;
    }
    Entry head = line.head().orElseThrow();
    if (head.message().expiresAt().toEpochMilli() <= loop.now()) {
      mailbox.begin(head);
      head.assignment().begin();
      follow(head, DecideNext.expired(head.attempt(), "it came too late to be sent"));
      return null;
    }
    return head;
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
    learn(roster, asked, verdicts);
    boolean called = false;
    // Backwards, so that those who are put back stand as they stood.
    for (int i = asked.size() - 1; i >= 0; i--) {
      called |= answered(roster, asked.get(i), verdicts.get(i));
    }
    giveUpProbe(probe && !called);
    serve(roster);
  }

  private void giveUpProbe(boolean unused) {
    if (unused) {
      means.circuit().giveUpProbe();
    }
  }

  private void learn(Roster roster, List<Entry> asked, List<Verdict> verdicts) {
    for (Lane lane : Lane.values()) {
      int passed = 0;
      long until = 0;
      for (int i = 0; i < asked.size(); i++) {
        if (asked.get(i).lane() == lane) {
          passed += verdicts.get(i) instanceof Verdict.Go ? 1 : 0;
          until = Math.max(until, botWait(verdicts.get(i)));
        }
      }
      if (until > 0) {
        roster.refused(lane, passed, loop.now() + until);
      } else if (passed > 0) {
        roster.fed(lane);
      }
    }
  }

  private static long botWait(Verdict verdict) {
    return verdict instanceof Verdict.WaitForBot wait ? Math.max(1, wait.pause().toMillis()) : 0;
  }

  /** Does as the verdict says; whether a call was made. */
  private boolean answered(Roster roster, Entry entry, Verdict verdict) {
    switch (verdict) {
      case Verdict.Go go -> {
        call(entry, go);
        return true;
      }
      case Verdict.AlreadySent(var id) ->
          follow(entry, DecideNext.alreadySent(entry.attempt(), id));
      case Verdict.Uncertain _ ->
          follow(entry, end(entry, new Ending.Dropped("an earlier run may have sent it")));
      case Verdict.Suspended(var reason) ->
          follow(entry, end(entry, new Ending.Failed("suspended", reason)));
      case Verdict.WaitForChat(var pause) -> {
        entry.line().sleepUntil(loop.now() + Math.max(1, pause.toMillis()));
        waits(entry);
        free(entry);
      }
      case Verdict.WaitForBot _ -> {
        waits(entry);
        Line line = entry.line();
        line.mailbox().end();
        entry.assignment().end();
        roster.queue(entry.lane()).putBack(line);
        forgetIfReleased(entry);
      }
    }
    return false;
  }

  private static Step end(Entry entry, Ending ending) {
    return new Step.End(ending, entry.attempt());
  }

  private void waits(Entry entry) {
    if (entry.announce()) {
      conclude.pending(entry.delivery());
    }
  }

  private void call(Entry entry, Verdict.Go go) {
    underWay++;
    entry.line().sleepUntil(0);
    if (go.uncertain()) {
      conclude.uncertain(entry.delivery());
    }
    means
        .bots()
        .find(entry.message().bot())
        .map(bot -> makeCall.make(bot, entry.attempt(), entry.shelf(), go.edits()))
        .orElseGet(() -> Mono.just(Called.of(end(entry, UNKNOWN_BOT))))
        .subscribe(called -> loop.run(() -> called(entry, called)));
  }

  private static final Ending UNKNOWN_BOT =
      new Ending.Failed("unknown-bot", "no token is configured for the bot");

  private void called(Entry entry, Called called) {
    underWay--;
    follow(entry, called);
    rosters.values().forEach(this::serve);
  }

  private void follow(Entry entry, Step step) {
    follow(entry, Called.of(step));
  }

  /** What follows from a call; the chat's mailbox is busy with the entry until then. */
  private void follow(Entry entry, Called called) {
    entry.continueWith(called.step().attempt());
    switch (called.step()) {
      case Step.End(var ending, _) -> {
        leave(entry);
        end(entry, ending, called.note());
        free(entry);
      }
      case Step.Again(var pause, _, var reason) -> {
        if (!pause.isZero()) {
          entry.line().mailbox().holdUntil(loop.now() + pause.toMillis());
          retries(entry, reason);
        }
        free(entry);
      }
      case Step.HoldBot(var pause, _, var reason) -> {
        roster(entry.line().mailbox()).hold(loop.now() + pause.toMillis());
        retries(entry, reason);
        free(entry);
      }
      case Step.Rest rest -> rest(entry, rest);
    }
  }

  private void retries(Entry entry, String reason) {
    conclude.retrying(entry.delivery(), reason);
  }

  private void rest(Entry entry, Step.Rest rest) {
    long due = loop.now() + rest.shelf().delay().toMillis();
    if (rest.shelf() == entry.shelf()) {
      entry.restUntil(due);
      retries(entry, rest.reason());
      free(entry);
      return;
    }
    conclude
        .rest(entry.delivery(), rest.shelf(), Instant.ofEpochMilli(due), rest.reason())
        .subscribe(
            _ -> {},
            _ -> {},
            () ->
                loop.run(() -> {
                  leave(entry);
                  entry.restOn(rest.shelf(), due);
                  entry.line().shelve(entry);
                  means.backlog().add(entry);
                  free(entry);
                  serve(roster(entry.line().mailbox()));
                }));
  }

  /** The entry leaves its line. */
  private void leave(Entry entry) {
    entry.line().remove(entry);
    means.backlog().remove(entry);
  }

  /** The chat is free for its next message. */
  private void free(Entry entry) {
    Mailbox mailbox = entry.line().mailbox();
    mailbox.end();
    entry.assignment().end();
    forgetIfReleased(entry);
    mailbox.lines().forEach(this::offer);
    if (mailbox.isEmpty()) {
      mailboxes.remove(mailbox.key());
    }
  }

  private void forgetIfReleased(Entry entry) {
    if (entry.assignment().isReleased()) {
      forgetReleased(entry.line().mailbox());
    }
  }

  private void supersede(Entry older) {
    end(older, new Ending.Superseded(), Mono.empty());
  }

  /** Tells the end; the record is done with when that is durable. */
  private void end(Entry entry, Ending ending, Mono<Void> note) {
    concluding++;
    entry.assignment().begin();
    conclude
        .end(entry.delivery(), ending, note)
        .subscribe(
            _ -> {},
            _ -> {},
            () -> {
              entry.finish();
              loop.run(() -> concluded(entry));
            });
  }

  private void concluded(Entry entry) {
    entry.assignment().end();
    if (concluding-- > MOST_CONCLUDING) {
      rosters.values().forEach(this::serve);
    }
  }
}
