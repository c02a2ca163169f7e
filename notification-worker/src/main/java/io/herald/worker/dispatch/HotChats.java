package io.herald.worker.dispatch;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gets back the messages whose content hot chats have let go, when their turn comes nearer. */
final class HotChats {

  private static final Duration BEFORE_NEXT_TRY = Duration.ofSeconds(1);

  private final Loop loop;
  private final Means means;
  private final BiConsumer<Line, List<Entry>> place;
  private final Consumer<Line> tryAgain;

  HotChats(Loop loop, Means means, BiConsumer<Line, List<Entry>> place, Consumer<Line> tryAgain) {
    this.loop = loop;
    this.means = means;
    this.place = place;
    this.tryAgain = tryAgain;
  }

  /** Has the line's next messages read again, if it has let some go and has room for them. */
  void readAgain(Line line) {
    List<Deferred> due = line.dueForReread();
    if (!due.isEmpty()) {
      means
          .reread()
          .read(due)
          .whenComplete((found, _) -> loop.run(() -> wereRead(line, due, found)));
    }
  }

  private void wereRead(Line line, List<Deferred> due, @Nullable List<Entry> found) {
    if (due.getFirst().assignment().isReleased()) {
      line.reread(List.of());
      tryAgain.accept(line);
    } else if (found == null) {
      line.reread(List.of());
      loop.at(loop.now() + BEFORE_NEXT_TRY.toMillis(), () -> tryAgain.accept(line));
    } else {
      line.reread(due);
      finishMissing(due, found);
      place.accept(line, found);
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
}
