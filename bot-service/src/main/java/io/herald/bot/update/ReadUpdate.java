package io.herald.bot.update;

import io.herald.model.json.MalformedRecord;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads Telegram's JSON tolerantly: what is missing, unknown or of another type than expected makes
 * an update that nothing is done about, never a failure. Only an update without an integral {@code
 * update_id} is malformed, since no id could be derived from it.
 */
public final class ReadUpdate {

  private static final ObjectReader READER = JsonMapper.shared().reader();

  private static final String OTHER = "other";
  // Bot API 10.0, getting updates.
  private static final Set<String> KINDS =
      Set.of(
          "message",
          "edited_message",
          "channel_post",
          "edited_channel_post",
          "business_connection",
          "business_message",
          "edited_business_message",
          "deleted_business_messages",
          "message_reaction",
          "message_reaction_count",
          "inline_query",
          "chosen_inline_result",
          "callback_query",
          "shipping_query",
          "pre_checkout_query",
          "purchased_paid_media",
          "poll",
          "poll_answer",
          "my_chat_member",
          "chat_member",
          "chat_join_request",
          "chat_boost",
          "removed_chat_boost");

  private ReadUpdate() {}

  /**
   * Reads an update.
   *
   * @param bot name of the bot that it came to
   * @param receivedAt when the gateway read it
   * @throws MalformedRecord when it is no JSON object with an integral {@code update_id}
   */
  public static Update read(byte[] json, String bot, Instant receivedAt) {
    JsonNode update = tree(json);
    JsonNode id = update.path("update_id");
    if (!isId(id)) {
      throw new MalformedRecord("an update without an integral update_id", null);
    }
    String kind = kind(update);
    Event event =
        switch (kind) {
          case "message" -> said(update.path("message"));
          case "my_chat_member" -> membership(update.path("my_chat_member"));
          case "callback_query" -> pressed(update.path("callback_query"));
          default -> new Event.Other();
        };
    return new Update(bot, id.longValue(), receivedAt, kind, event);
  }

  private static JsonNode tree(byte[] json) {
    try {
      return READER.readTree(json);
    } catch (JacksonException e) {
      // The parser's text may quote the update, which is somebody's message.
      throw new MalformedRecord("an update that is not JSON", null);
    }
  }

  private static String kind(JsonNode update) {
    return update.propertyNames().stream().filter(KINDS::contains).findFirst().orElse(OTHER);
  }

  private static Event said(JsonNode message) {
    Chat chat = chat(message);
    Person from = person(message.path("from"));
    String text = message.path("text").stringValue("");
    if (chat == null || from == null || text.isEmpty()) {
      return new Event.Other();
    }
    return new Event.Said(chat, from, text, entities(message.path("entities")));
  }

  private static Event membership(JsonNode change) {
    Chat chat = chat(change);
    return chat != null && isIn(change.path("new_chat_member"))
        ? new Event.Admitted(chat)
        : new Event.Other();
  }

  // Bot API, ChatMember: "restricted" may be in or out, "left" and "kicked" (a block) are out.
  private static boolean isIn(JsonNode member) {
    return switch (member.path("status").stringValue("")) {
      case "member", "administrator", "creator" -> true;
      case "restricted" -> member.path("is_member").booleanValue(false);
      default -> false;
    };
  }

  private static Event pressed(JsonNode query) {
    Person from = person(query.path("from"));
    String id = query.path("id").stringValue("");
    if (from == null || id.isEmpty()) {
      return new Event.Other();
    }
    Chat chat = chat(query.path("message"));
    return new Event.Pressed(id, query.path("data").stringValue(""), from, chat);
  }

  private static @Nullable Chat chat(JsonNode message) {
    JsonNode chat = message.path("chat");
    JsonNode id = chat.path("id");
    boolean isPrivate = chat.path("type").stringValue("").equals("private");
    return isId(id) ? new Chat(id.longValue(), isPrivate, thread(message)) : null;
  }

  // A thread of replies has a message_thread_id as well, but nothing can be sent into it by that.
  private static @Nullable Integer thread(JsonNode message) {
    int thread = message.path("message_thread_id").intValue(0);
    return message.path("is_topic_message").booleanValue(false) && thread > 0 ? thread : null;
  }

  private static @Nullable Person person(JsonNode person) {
    JsonNode id = person.path("id");
    return isId(id)
        ? new Person(
            id.longValue(),
            person.path("first_name").stringValue(""),
            person.path("is_bot").booleanValue(false),
            username(person))
        : null;
  }

  private static @Nullable String username(JsonNode person) {
    String username = person.path("username").stringValue("");
    return username.isEmpty() ? null : username;
  }

  private static boolean isId(JsonNode node) {
    return node.isIntegralNumber() && node.canConvertToLong();
  }

  private static List<TextEntity> entities(JsonNode entities) {
    return entities
        .valueStream()
        .map(entity ->
            new TextEntity(
                entity.path("type").stringValue(""),
                entity.path("offset").intValue(0),
                entity.path("length").intValue(0)))
        .toList();
  }
}
