package io.herald.emulator.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The messages of one chat: of a group, or of one user with one bot. */
public final class Conversation {
  private final TreeMap<Integer, Message> messages = new TreeMap<>();

  synchronized void put(Message message) {
    messages.put(message.id(), message);
  }

  synchronized @Nullable Message get(int id) {
    return messages.get(id);
  }

  synchronized @Nullable Message remove(int id) {
    return messages.remove(id);
  }

  /** Replaces a message in one step; the change may refuse by throwing. */
  synchronized @Nullable Message change(int id, UnaryOperator<Message> change) {
    return messages.computeIfPresent(id, (key, message) -> change.apply(message));
  }

  /** The newest messages below an id, oldest first. */
  synchronized List<Message> newest(int beforeId, int limit) {
    List<Message> result = new ArrayList<>(Math.min(limit, messages.size()));
    for (Message message : messages.headMap(beforeId, false).descendingMap().values()) {
      if (result.size() == limit) {
        break;
      }
      result.add(message);
    }
    return result.reversed();
  }
}
