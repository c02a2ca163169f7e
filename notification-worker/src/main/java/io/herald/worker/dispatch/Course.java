package io.herald.worker.dispatch;

import io.herald.worker.admission.Verdict;
import io.herald.worker.deliver.Called;
import io.herald.worker.deliver.Conclude;
import io.herald.worker.deliver.Ending;
import io.herald.worker.deliver.MakeCall;
import io.herald.worker.deliver.Shelf;
import io.herald.worker.deliver.Step;
import java.time.Duration;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** What becomes of a message whose turn it is: its call, what follows, and its end. */
final class Course {

  /** Told after each step. */
  interface After {

    /** The entry's chat is free for its next message. */
    void freed(Entry entry);

    /** The bot gets nothing until then. */
    void hold(String bot, long until);

    /** Somebody else may be served. */
    void serve();
  }

  private static final Ending UNKNOWN_BOT =
      new Ending.Failed("unknown-bot", "no token is configured for the bot");
  // What has gone out and is not told yet: while Kafka is away it must not grow without end.
  private static final int MOST_CONCLUDING = 2_048;
  // With so many calls under way their answers come thick enough to be looked at together.
  private static final int MANY = 16;
  private static final Duration HELD_FOR = Shelf.MINUTE.delay();

  private final Loop loop;
  private final MakeCall makeCall;
  private final Conclude conclude;
  private final Means means;
  private final After after;
  private int underWay;
  private int concluding;

  Course(Loop loop, MakeCall makeCall, Conclude conclude, Means means, After after) {
    this.loop = loop;
    this.makeCall = makeCall;
    this.conclude = conclude;
    this.means = means;
    this.after = after;
  }

  /** Calls under way. */
  int underWay() {
    return underWay;
  }

  /** Whether so much waits for Kafka that nothing new should begin. */
  boolean isFull() {
    return concluding > MOST_CONCLUDING;
  }

  /** The chat is the entry's until its next step is followed. */
  void begin(Entry entry) {
    entry.line().mailbox().begin(entry);
    entry.assignment().begin();
  }

  /** The chat is free again, and nothing has become of the entry. */
  void giveUp(Entry entry) {
    entry.line().mailbox().end();
    entry.assignment().end();
    after.freed(entry);
  }

  /** The entry has to wait for its turn. */
  void waits(Entry entry) {
    if (entry.announce()) {
      conclude.pending(entry.delivery());
    }
  }

  /** Makes the call for which leave was given. */
  void call(Entry entry, Verdict.Go go) {
    underWay++;
    entry.line().sleepUntil(0);
    if (go.uncertain()) {
      conclude.uncertain(entry.delivery());
    }
    means
        .bots()
        .find(entry.message().bot())
        .map(bot -> makeCall.make(bot, entry.attempt(), entry.shelf(), go.edits()))
        .orElseGet(() -> Mono.just(Called.of(new Step.End(UNKNOWN_BOT, entry.attempt()))))
        .subscribe(called -> hop(() -> called(entry, called)));
  }

  private void hop(Runnable task) {
    if (underWay > MANY) {
      loop.runSoon(task);
    } else {
      loop.run(task);
    }
  }

  private void called(Entry entry, Called called) {
    underWay--;
    follow(entry, called);
    after.serve();
  }

  /** Follows a step that no call has led to. */
  void follow(Entry entry, Step step) {
    follow(entry, Called.of(step));
  }

  private void follow(Entry entry, Called called) {
    entry.continueWith(called.step().attempt());
    switch (called.step()) {
      case Step.End(var ending, _) -> {
        leave(entry);
        end(entry, ending, called.note());
        giveUp(entry);
      }
      case Step.Again(var pause, _, var reason) -> {
        if (!pause.isZero()) {
          entry.line().mailbox().holdUntil(loop.now() + pause.toMillis());
          conclude.retrying(entry.delivery(), reason);
        }
        giveUp(entry);
      }
      case Step.HoldBot(var pause, _, var reason) -> {
        after.hold(entry.message().bot(), loop.now() + pause.toMillis());
        conclude.retrying(entry.delivery(), reason);
        giveUp(entry);
      }
      case Step.Rest rest -> rest(entry, rest);
    }
  }

  private void rest(Entry entry, Step.Rest rest) {
    long due = loop.now() + rest.shelf().delay().toMillis();
    if (rest.shelf() == entry.shelf()) {
      entry.restUntil(due);
      conclude.retrying(entry.delivery(), rest.reason());
      giveUp(entry);
      return;
    }
    conclude
        .rest(entry.delivery(), rest.shelf(), Instant.ofEpochMilli(due), rest.reason())
        .subscribe(_ -> {}, _ -> {}, () -> loop.run(() -> rests(entry, rest, due)));
  }

  private void rests(Entry entry, Step.Rest rest, long due) {
    leave(entry);
    entry.restOn(rest.shelf(), due);
    entry.line().shelve(entry).ifPresent(means.backlog()::remove);
    means.backlog().add(entry);
    giveUp(entry);
    after.serve();
  }

  /** Its notification is paused: it is put away, and looked at again in a minute. */
  void hold(Entry entry) {
    concluding++;
    conclude
        .hold(entry.delivery(), Instant.ofEpochMilli(loop.now() + HELD_FOR.toMillis()))
        .subscribe(_ -> {}, _ -> {}, () -> loop.runSoon(() -> held(entry)));
  }

  private void held(Entry entry) {
    boolean wasFull = isFull();
    concluding--;
    leave(entry);
    entry.finish();
    entry.received().trace().end();
    giveUp(entry);
    if (wasFull) {
      after.serve();
    }
  }

  private void leave(Entry entry) {
    entry.line().remove(entry);
    means.backlog().remove(entry);
  }

  /** No token is configured for the entry's bot. */
  void endUnknownBot(Entry entry) {
    end(entry, UNKNOWN_BOT, Mono.empty());
  }

  /** A newer version has taken the entry's place. */
  void supersede(Entry older) {
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
              loop.runSoon(() -> concluded(entry));
            });
  }

  private void concluded(Entry entry) {
    boolean wasFull = isFull();
    concluding--;
    entry.assignment().end();
    if (wasFull) {
      after.serve();
    }
  }
}
