package io.herald.emulator.conversation;

import io.herald.emulator.chat.Conversations;
import io.herald.emulator.chat.Directory;
import io.herald.emulator.chat.Group;
import io.herald.emulator.chat.Message;
import io.herald.emulator.chat.Person;
import io.herald.emulator.formatting.FormattedText;
import io.herald.emulator.formatting.ReadFormattedText;
import io.herald.emulator.formatting.TextEntity;
import io.herald.emulator.update.Bot;
import io.herald.emulator.update.Bots;
import io.herald.emulator.update.PublishUpdate;
import io.herald.emulator.update.QueueKey;
import io.herald.emulator.update.Update;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a user does: types, edits, presses a button, blocks a bot. Bots hear of it by updates. */
public final class UserActions {
  private final Clock clock;
  private final Directory directory;
  private final Bots bots;
  private final Conversations conversations;
  private final PublishUpdate publish;
  private final RenderMessage render;
  private final Witness witness;

  /**
   * A text typed into a chat.
   *
   * @param bot whom it is for; null in a group: every member
   * @param entities given styles; detected ones are added
   * @param run number of the bulk run, or 0
   */
  public record Typed(
      @Nullable Bot bot,
      long user,
      long chat,
      String text,
      List<TextEntity> entities,
      int replyTo,
      int thread,
      long run) {}

  /** What came of it; the update is null if no bot wanted one. */
  public record Done(@Nullable Update update, Message message) {}

  public UserActions(
      Clock clock,
      Directory directory,
      Bots bots,
      Conversations conversations,
      PublishUpdate publish,
      RenderMessage render,
      Witness witness) {
    this.clock = clock;
    this.directory = directory;
    this.bots = bots;
    this.conversations = conversations;
    this.publish = publish;
    this.render = render;
    this.witness = witness;
  }

  /** Types a message. An unknown user is created, and has started the bot from now on. */
  public Done type(Typed typed) {
    Person person = directory.personOrNew(typed.user);
    long conversationBot = typed.bot == null || typed.chat < 0 ? 0 : typed.bot.id();
    FormattedText content = ReadFormattedText.typed(typed.text, typed.entities);
    Message message =
        new Message(
            conversationBot,
            typed.chat,
            conversations.nextMessageId(conversationBot, typed.chat),
            false,
            person.id(),
            clock.millis(),
            0,
            0,
            content,
            null,
            null,
            typed.replyTo,
            typed.thread);
    conversations.add(message);
    witness.asked(message, typed.run);
    if (typed.bot != null && typed.chat > 0) {
      directory.start(typed.bot.id(), person.id());
    }
    return new Done(publishTo(typed.bot, message, "message", typed.run), message);
  }

  /** Edits a message that the user typed; null if there is none. */
  public @Nullable Done edit(@Nullable Bot bot, long user, long chat, int id, String text) {
    long conversationBot = bot == null ? 0 : bot.id();
    Message before = conversations.get(conversationBot, chat, id);
    if (before == null || before.outgoing() || before.sender() != user) {
      return null;
    }
    FormattedText content = ReadFormattedText.typed(text, List.of());
    long nowMs = clock.millis();
    Message edited =
        conversations.change(
            conversationBot, chat, id, old -> old.edited(content, old.markup(), nowMs));
    if (edited == null) {
      return null;
    }
    witness.editedByUser(edited);
    return new Done(publishTo(bot, edited, "edited_message", 0), edited);
  }

  private @Nullable Update publishTo(@Nullable Bot bot, Message message, String kind, long run) {
    ObjectNode payload = render.render(message);
    QueueKey queue = QueueKey.chat(message.chat());
    if (bot != null) {
      return publish.publish(bot, kind, queue, payload, run);
    }
    Group group = directory.group(message.chat());
    Update last = null;
    for (Bot each : bots.all()) {
      if (group == null || group.isMember(each.id())) {
        Update update = publish.publish(each, kind, queue, payload, run);
        last = update == null ? last : update;
      }
    }
    return last;
  }

  /** Presses a callback button; gives the update and the query's id. */
  public Pressed press(Bot bot, long user, Message message, String data) {
    var query = bot.callbacks().ask(user, message.chat(), message.id(), clock.millis());
    ObjectNode payload = JsonNodeFactory.instance.objectNode();
    payload.put("id", query.id());
    payload.set("from", directory.personOrNew(user).toUser());
    payload.set("message", render.render(message));
    payload.put("chat_instance", Long.toString(message.chat() * 31 + bot.id()));
    payload.put("data", data);
    return new Pressed(
        publish.publish(bot, "callback_query", QueueKey.user(user), payload), query.id());
  }

  /** A pressed button; the update is null if the bot does not want callback queries. */
  public record Pressed(@Nullable Update update, String queryId) {}

  /** Blocks or unblocks a bot; the bot hears of a change. */
  public void block(Bot bot, long user, boolean block) {
    Person person = directory.personOrNew(user);
    if (directory.block(bot.id(), user, block)) {
      membership(bot, person, person.toChat(), block ? "member" : "kicked", block);
    }
  }

  /** Removes a bot from a group, or adds it. */
  public void kick(Bot bot, Group group, Person by, boolean kick) {
    if (kick) {
      group.kick(bot.id());
    } else {
      group.join(bot.id());
    }
    membership(bot, by, group.toChat(), kick ? "member" : "left", kick);
  }

  private void membership(Bot bot, Person by, ObjectNode chat, String before, boolean out) {
    ObjectNode payload = JsonNodeFactory.instance.objectNode();
    payload.set("chat", chat);
    payload.set("from", by.toUser());
    payload.put("date", clock.millis() / 1_000);
    payload.set("old_chat_member", member(bot, before));
    payload.set("new_chat_member", member(bot, out ? "kicked" : "member"));
    publish.publish(bot, "my_chat_member", QueueKey.chat(chat.path("id").longValue()), payload);
  }

  private static ObjectNode member(Bot bot, String status) {
    ObjectNode member = JsonNodeFactory.instance.objectNode();
    member.set("user", bot.toUser());
    member.put("status", status);
    if (status.equals("kicked")) {
      member.put("until_date", 0);
    }
    return member;
  }
}
