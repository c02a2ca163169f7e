package io.herald.worker.dispatch;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The lines of one bot and lane that can be served now. Chats with a backlog and chats with a single
 * message take turns: a chat's own limit makes a backlog long, so it has to begin early, and must
 * not keep the many others waiting.
 */
final class Queue {

  private final Deque<Line> backlogs = new ArrayDeque<>();
  private final Deque<Line> singles = new ArrayDeque<>();
  private boolean backlogsTurn = true;

  boolean isEmpty() {
    return backlogs.isEmpty() && singles.isEmpty();
  }

  /** The line stands in the queue, at its end, unless it does already. */
  void add(Line line) {
    if (!line.isQueued()) {
      line.queued(true);
      (line.size() > 1 ? backlogs : singles).addLast(line);
    }
  }

  /** The line was refused for a reason that is not its own: it is next again. */
  void putBack(Line line) {
    if (!line.isQueued()) {
      line.queued(true);
      (line.size() > 1 ? backlogs : singles).addFirst(line);
    }
  }

  /** Takes the next line; null when none can be served. */
  @Nullable Line poll() {
    Deque<Line> turn = backlogsTurn ? backlogs : singles;
    Deque<Line> other = backlogsTurn ? singles : backlogs;
    backlogsTurn = !backlogsTurn;
    Line line = turn.isEmpty() ? other.pollFirst() : turn.pollFirst();
    if (line != null) {
      line.queued(false);
    }
    return line;
  }
}
