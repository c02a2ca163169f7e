package io.herald.worker.dispatch;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The lines of one bot and lane that can be served now. Chats with a backlog and chats with a
 * single message take turns: a chat's own limit makes a backlog long, so it has to begin early, and
 * must not keep the many others waiting.
 */
final class Queue {

  private final Deque<Line> backlogs = new ArrayDeque<>();
  private final Deque<Line> singles = new ArrayDeque<>();
  private boolean backlogsTurn = true;

  /** The line stands in the queue, at the end of its kind, unless it does already. */
  void add(Line line) {
    Line.Place place = place(line);
    // A single that has become a backlog moves; where it stood it is passed over.
    if (line.place().compareTo(place) < 0) {
      line.stand(place);
      of(place).addLast(line);
    }
  }

  /** The line was refused for a reason that is not its own: it is next again. */
  void putBack(Line line) {
    if (line.place() == Line.Place.NOWHERE) {
      line.stand(place(line));
      of(line.place()).addFirst(line);
    }
  }

  /** Takes the next line; null when none can be served. */
  @Nullable Line poll() {
    Line.Place turn = backlogsTurn ? Line.Place.BACKLOG : Line.Place.SINGLE;
    Line.Place other = backlogsTurn ? Line.Place.SINGLE : Line.Place.BACKLOG;
    backlogsTurn = !backlogsTurn;
    Line line = poll(turn);
    return line == null ? poll(other) : line;
  }

  boolean isEmpty() {
    return backlogs.isEmpty() && singles.isEmpty();
  }

  private @Nullable Line poll(Line.Place place) {
    Line line;
    do {
      line = of(place).pollFirst();
    } while (line != null && line.place() != place);
    if (line != null) {
      line.stand(Line.Place.NOWHERE);
    }
    return line;
  }

  private static Line.Place place(Line line) {
    return line.waiting() > 1 ? Line.Place.BACKLOG : Line.Place.SINGLE;
  }

  private Deque<Line> of(Line.Place place) {
    return place == Line.Place.BACKLOG ? backlogs : singles;
  }
}
