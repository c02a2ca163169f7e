package io.herald.worker.dispatch;

import io.herald.worker.admission.Admission;
import io.herald.worker.deliver.Conclude;
import io.herald.worker.deliver.MakeCall;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Every chat's mailbox, and the loop that serves them. All state is confined to one {@link Loop}:
 * messages come in, verdicts, outcomes and wake-ups come back, and each makes it look whom it can
 * serve next. {@link Turns} says whose turn it is, {@link Course} what becomes of whom it was.
 *
 * <p>A chat has one message under way at a time, from asking for leave to what follows from the
 * outcome; so a chat that waits, for whatever reason, holds nobody but itself.
 */
public final class Dispatcher {

  private final Loop loop;
  private final Means means;
  private final Course course;
  private final Turns turns;
  private final HotChats hotChats;
  private final Map<String, Mailbox> mailboxes = new HashMap<>();

  /**
   * Wires it.
   *
   * @param means what it works with and within
   */
  public Dispatcher(
      Loop loop, Admission admission, MakeCall makeCall, Conclude conclude, Means means) {
    this.loop = loop;
    this.means = means;
    this.course = new Course(loop, makeCall, conclude, means, new AfterStep());
    this.turns = new Turns(loop, admission, means, course);
    this.hotChats = new HotChats(loop, means, this::placeAgain, this::offer);
  }

  /** Takes messages in, in the order in which they were read. */
  public void accept(List<Entry> entries) {
    loop.run(() -> {
      entries.forEach(this::add);
      turns.serve();
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
    if (means.bots().find(bot).isEmpty()) {
      means.backlog().remove(entry);
      course.endUnknownBot(entry);
      return;
    }
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
    Optional<Entry> older = line.add(entry);
    if (older.isPresent()) {
      means.backlog().remove(older.get());
      course.supersede(older.get());
    } else if (line.size() == before) {
      // The copy of a message that is here already has given it its receipt.
      forget(entry);
    }
  }

  private void placeAgain(Line line, List<Entry> found) {
    found.forEach(means.backlog()::add);
    found.forEach(entry -> place(line, entry));
    offer(line);
    turns.serve();
  }

  private void offer(Line line) {
    hotChats.readAgain(line);
    turns.offer(line);
  }

  /** The chat is free for its next message. */
  private final class AfterStep implements Course.After {

    @Override
    public void freed(Entry entry) {
      Mailbox mailbox = entry.line().mailbox();
      if (entry.assignment().isReleased()) {
        forgetReleased(mailbox);
      }
      mailbox.lines().forEach(Dispatcher.this::offer);
      if (mailbox.isEmpty()) {
        mailboxes.remove(mailbox.key());
      }
    }

    @Override
    public void hold(String bot, long until) {
      turns.hold(bot, until);
    }

    @Override
    public void serve() {
      turns.serve();
    }
  }
}
