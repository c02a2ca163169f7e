package io.herald.emulator.control;

import io.herald.emulator.chat.Directory;
import io.herald.emulator.chat.Group;
import io.herald.emulator.chat.Person;
import io.herald.emulator.update.Bot;
import io.herald.emulator.update.Bots;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds what a control request names, or says that it is unknown. */
@Component
final class Known {
  private final Bots bots;
  private final Directory directory;

  Known(Bots bots, Directory directory) {
    this.bots = bots;
    this.directory = directory;
  }

  /** By id or username; without a name the only bot there is. */
  Bot bot(@Nullable String reference) {
    if (reference == null || reference.isBlank()) {
      List<Bot> all = bots.all();
      if (all.isEmpty()) {
        throw new UnknownThing("no bot is known yet: call getMe with its token first");
      }
      if (all.size() > 1) {
        throw new IllegalArgumentException("more than one bot is known: name one by 'bot'");
      }
      return all.getFirst();
    }
    Bot bot =
        reference.matches("\\d{1,18}")
            ? bots.byId(Long.parseLong(reference))
            : bots.byUsername(reference.startsWith("@") ? reference.substring(1) : reference);
    if (bot == null) {
      throw new UnknownThing("bot " + reference + " is unknown");
    }
    return bot;
  }

  /** Null without a reference: every bot is meant. */
  @Nullable Long botId(@Nullable String reference) {
    return reference == null || reference.isBlank() ? null : (Long) bot(reference).id();
  }

  Person person(long id) {
    Person person = directory.person(id);
    if (person == null) {
      throw new UnknownThing("user " + id + " is unknown");
    }
    return person;
  }

  Group group(long id) {
    Group group = directory.group(id);
    if (group == null) {
      throw new UnknownThing("group " + id + " is unknown");
    }
    return group;
  }

  static <T> T required(String name, @Nullable T value) {
    if (value == null) {
      throw new IllegalArgumentException(name + " is required");
    }
    return value;
  }
}
