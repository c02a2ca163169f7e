package io.herald.emulator.api;

import io.herald.emulator.chat.Directory;
import io.herald.emulator.chat.Files;
import io.herald.emulator.chat.Group;
import io.herald.emulator.chat.Person;
import io.herald.emulator.chat.StoredFile;
import io.herald.emulator.live.LiveEvents;
import io.herald.emulator.update.CallbackQueries;
import java.time.Clock;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** getMe, getChat, getChatMember, getFile, answerCallbackQuery. */
final class ChatMethods {
  private static final int LONGEST_ANSWER = 200;
  private static final int MOST_REACTIONS = 11;

  private final Clock clock;
  private final Directory directory;
  private final Chats chats;
  private final Files files;
  private final LiveEvents events;

  ChatMethods(Clock clock, Directory directory, Files files, LiveEvents events) {
    this.clock = clock;
    this.directory = directory;
    this.chats = new Chats(directory);
    this.files = files;
    this.events = events;
  }

  void addTo(Map<String, BotMethod> methods) {
    methods.put("getme", BotMethod.direct(this::getMe));
    methods.put("getchat", BotMethod.direct(this::getChat));
    methods.put("getchatmember", BotMethod.direct(this::getChatMember));
    methods.put("getfile", BotMethod.direct(this::getFile));
    methods.put("answercallbackquery", BotMethod.direct(this::answerCallback));
  }

  private Answer getMe(Call call) {
    ObjectNode me = call.bot().toUser();
    me.put("can_join_groups", true)
        .put("can_read_all_group_messages", true)
        .put("supports_inline_queries", false)
        .put("can_connect_to_business", false)
        .put("has_main_web_app", false)
        .put("has_topics_enabled", false)
        .put("allows_users_to_create_topics", false);
    return Answer.ok(me);
  }

  private Answer getChat(Call call) {
    long id = chats.existing(call);
    Group group = directory.group(id);
    ObjectNode chat = group == null ? directory.personOrNew(id).toChat() : group.toChat();
    chat.put("accent_color_id", Math.floorMod(id, 7)).put("max_reaction_count", MOST_REACTIONS);
    chat.putObject("accepted_gift_types")
        .put("unlimited_gifts", false)
        .put("limited_gifts", false)
        .put("unique_gifts", false)
        .put("premium_subscription", false);
    if (group != null) {
      putPermissions(chat);
    }
    return Answer.ok(chat);
  }

  private static void putPermissions(ObjectNode chat) {
    chat.putObject("permissions")
        .put("can_send_messages", true)
        .put("can_send_photos", true)
        .put("can_send_documents", true)
        .put("can_send_other_messages", true);
  }

  private Answer getChatMember(Call call) {
    Group group = directory.group(chats.existing(call));
    long id = call.parameters().integer("user_id", 0);
    Person person = directory.person(id);
    JsonNode user =
        id == call.bot().id() ? call.bot().toUser() : person == null ? null : person.toUser();
    if (user == null) {
      throw Refusal.badRequest("user not found");
    }
    boolean member =
        group == null || group.members().contains(id) || group.isMember(call.bot().id());
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    result.set("user", user);
    return Answer.ok(result.put("status", member ? "member" : "left"));
  }

  private Answer getFile(Call call) {
    String id = call.text("file_id");
    if (id.isEmpty()) {
      throw Refusal.badRequest("file_id not specified");
    }
    StoredFile file = files.byId(id);
    if (file == null) {
      throw Refusal.badRequest("wrong file_id or the file is temporarily unavailable");
    }
    return Answer.ok(file.toFile());
  }

  private Answer answerCallback(Call call) {
    String text = call.text("text");
    if (text.codePointCount(0, text.length()) > LONGEST_ANSWER) {
      throw Refusal.badRequest("MESSAGE_TOO_LONG");
    }
    String url = call.text("url").isEmpty() ? null : call.text("url");
    CallbackQueries.Query answered =
        call.bot()
            .callbacks()
            .answer(
                call.text("callback_query_id"),
                text,
                call.parameters().flag("show_alert"),
                url,
                clock.millis());
    if (answered == null) {
      throw Refusal.badRequest(
          "query is too old and response timeout expired or query ID is invalid");
    }
    events.tell("callback_answered", () -> event(call, answered));
    return Answer.done();
  }

  private static JsonNode event(Call call, CallbackQueries.Query query) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("bot", call.bot().id())
        .put("chat", query.chat())
        .put("user", query.user())
        .put("message_id", query.messageId())
        .put("id", query.id())
        .put("text", query.text())
        .put("show_alert", query.alert())
        .put("url", query.url());
  }
}
