package io.herald.system.wayout;

import io.herald.model.message.OnUnknown;
import io.herald.model.topic.Lane;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Messages to many chats, in the order in which they are published.
 *
 * @param messages all of them
 * @param onUnknown what is to become of one that may have arrived
 */
record Broadcast(List<Planned> messages, OnUnknown onUnknown) {

  /** The first message of every chat, then the second, and so on; they alternate between lanes. */
  static Broadcast of(List<Long> chats, int each, Lane... lanes) {
    List<Planned> messages = new ArrayList<>();
    for (int round = 0; round < each; round++) {
      for (long chat : chats) {
        messages.add(new Planned(chat, lanes[round % lanes.length], round / lanes.length + 1));
      }
    }
    return new Broadcast(messages, OnUnknown.RESEND);
  }

  /** This one, and the other one shuffled in, evenly. */
  Broadcast with(Broadcast other) {
    List<Planned> all = new ArrayList<>(messages);
    int size = all.size() + other.messages.size();
    for (int i = 0; i < other.messages.size(); i++) {
      all.add(Math.min(all.size(), i * (size / other.messages.size())), other.messages.get(i));
    }
    return new Broadcast(all, onUnknown);
  }

  /** The same, but rather never than twice. */
  Broadcast ratherNever() {
    return new Broadcast(messages, OnUnknown.DROP);
  }

  int size() {
    return messages.size();
  }

  Set<Long> chats() {
    return messages.stream().map(Planned::chat).collect(Collectors.toSet());
  }

  Set<String> ids() {
    return messages.stream().map(Planned::id).collect(Collectors.toSet());
  }
}
