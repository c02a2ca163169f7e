package io.herald.emulator.conversation;

import io.herald.emulator.chat.Conversations;
import io.herald.emulator.chat.Directory;
import io.herald.emulator.chat.Group;
import io.herald.emulator.chat.Media;
import io.herald.emulator.chat.Message;
import io.herald.emulator.chat.Person;
import io.herald.emulator.formatting.TextEntity;
import io.herald.emulator.formatting.WriteEntities;
import io.herald.emulator.update.Bot;
import io.herald.emulator.update.Bots;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes messages as Telegram's Message object. */
public final class RenderMessage {
  private final Directory directory;
  private final Bots bots;
  private final Conversations conversations;

  public RenderMessage(Directory directory, Bots bots, Conversations conversations) {
    this.directory = directory;
    this.bots = bots;
    this.conversations = conversations;
  }

  /** The message, with the one it answers inside. */
  public ObjectNode render(Message message) {
    ObjectNode json = renderAlone(message);
    if (message.replyTo() != 0) {
      Message answered = conversations.get(message.bot(), message.chat(), message.replyTo());
      if (answered != null) {
        json.set("reply_to_message", renderAlone(answered));
      }
    }
    return json;
  }

  private ObjectNode renderAlone(Message message) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("message_id", message.id());
    if (message.thread() != 0) {
      json.put("message_thread_id", message.thread());
    }
    JsonNode sender = message.outgoing() ? bot(message.sender()) : user(message.sender());
    if (sender != null) {
      json.set("from", sender);
    }
    json.set("chat", chat(message.chat()));
    json.put("date", message.sentMs() / 1_000);
    if (message.editedMs() != 0) {
      json.put("edit_date", message.editedMs() / 1_000);
    }
    if (message.thread() != 0) {
      json.put("is_topic_message", true);
    }
    putContent(json, message);
    JsonNode markup = message.markup();
    if (markup != null && markup.has("inline_keyboard")) {
      json.set("reply_markup", markup);
    }
    return json;
  }

  private void putContent(ObjectNode json, Message message) {
    String text = message.content().text();
    Media media = message.media();
    if (media != null) {
      media.putInto(json);
    }
    if (media == null || !text.isEmpty()) {
      json.put(media == null ? "text" : "caption", text);
    }
    ArrayNode entities = entities(message.content().entities());
    if (!entities.isEmpty()) {
      json.set(media == null ? "entities" : "caption_entities", entities);
    }
  }

  /** Entities, with the User objects of those mentioned. */
  public ArrayNode entities(List<TextEntity> entities) {
    return WriteEntities.write(entities, this::user);
  }

  /** Telegram's Chat object. */
  public ObjectNode chat(long id) {
    Group group = id < 0 ? directory.group(id) : null;
    return group == null ? directory.personOrNew(id).toChat() : group.toChat();
  }

  private @Nullable JsonNode user(long id) {
    Person person = directory.person(id);
    return person == null ? bot(id) : person.toUser();
  }

  private @Nullable JsonNode bot(long id) {
    Bot bot = bots.byId(id);
    return bot == null ? null : bot.toUser();
  }
}
