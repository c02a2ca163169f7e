package io.herald.emulator.api;

import io.herald.emulator.chat.Directory;
import io.herald.emulator.chat.Group;
import io.herald.emulator.chat.Person;
import org.jspecify.annotations.Nullable;

/** Finds the chat of a call, and refuses where the bot may not write. */
final class Chats {
  private final Directory directory;

  Chats(Directory directory) {
    this.directory = directory;
  }

  /** The id of the chat that a bot may write to. */
  long writable(Call call) {
    long chat = id(call);
    if (chat < 0) {
      refuseGroup(call, chat);
    } else {
      refusePerson(call, chat);
    }
    return chat;
  }

  /** The id of a chat that exists. */
  long existing(Call call) {
    long chat = id(call);
    boolean known = chat < 0 ? directory.group(chat) != null : directory.person(chat) != null;
    if (!known) {
      throw Refusal.badRequest("chat not found");
    }
    return chat;
  }

  private long id(Call call) {
    String text = call.text("chat_id").strip();
    if (text.isEmpty()) {
      throw Refusal.badRequest("chat_id is empty");
    }
    Long number = call.parameters().chatId();
    if (number == null && text.startsWith("@")) {
      number = byUsername(text.substring(1));
    }
    if (number == null) {
      throw Refusal.badRequest("chat not found");
    }
    return number;
  }

  private @Nullable Long byUsername(String username) {
    Person person = directory.personByUsername(username);
    return person == null ? null : person.id();
  }

  private void refusePerson(Call call, long chat) {
    Person person = directory.person(chat);
    if (person == null) {
      throw Refusal.badRequest("chat not found");
    }
    if (person.deactivated()) {
      throw Refusal.forbidden("user is deactivated");
    }
    if (directory.isBlocked(call.bot().id(), chat)) {
      throw Refusal.forbidden("bot was blocked by the user");
    }
    if (!directory.mayBeWrittenTo(call.bot().id(), person)) {
      throw Refusal.forbidden("bot can't initiate conversation with a user");
    }
  }

  private void refuseGroup(Call call, long chat) {
    Group group = directory.group(chat);
    if (group == null) {
      throw Refusal.badRequest("chat not found");
    }
    if (group.migratedTo() != 0) {
      throw Refusal.of(Answer.migrated(group.migratedTo()));
    }
    if (group.isKicked(call.bot().id())) {
      throw Refusal.forbidden("bot was kicked from the " + group.type() + " chat");
    }
    if (!group.isMember(call.bot().id())) {
      throw Refusal.forbidden("bot is not a member of the " + group.type() + " chat");
    }
  }
}
