package io.herald.emulator.api;

import io.herald.emulator.chat.Directory;
import io.herald.emulator.chat.Group;
import io.herald.emulator.chat.Media;
import io.herald.emulator.conversation.BotPosts;
import io.herald.emulator.conversation.RenderMessage;
import io.herald.emulator.flood.FloodControl;
import io.herald.emulator.formatting.FormattedText;
import io.herald.emulator.live.LiveEvents;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** sendMessage, sendPhoto, sendDocument, sendChatAction. */
final class SendMethods {
  private static final Set<String> ACTIONS =
      Set.of(
          "typing",
          "upload_photo",
          "record_video",
          "upload_video",
          "record_voice",
          "upload_voice",
          "upload_document",
          "choose_sticker",
          "find_location",
          "record_video_note",
          "upload_video_note",
          "record_audio",
          "upload_audio",
          "cancel");

  private final Chats chats;
  private final Directory directory;
  private final BotPosts posts;
  private final FloodControl flood;
  private final ReadMedia media;
  private final RenderMessage render;
  private final LiveEvents events;

  SendMethods(
      Directory directory,
      BotPosts posts,
      FloodControl flood,
      ReadMedia media,
      RenderMessage render,
      LiveEvents events) {
    this.chats = new Chats(directory);
    this.directory = directory;
    this.posts = posts;
    this.flood = flood;
    this.media = media;
    this.render = render;
    this.events = events;
  }

  void addTo(Map<String, BotMethod> methods) {
    methods.put("sendmessage", BotMethod.direct(this::sendMessage));
    methods.put("sendphoto", call -> sendMedia(call, "photo", "sendPhoto"));
    methods.put("senddocument", call -> sendMedia(call, "document", "sendDocument"));
    methods.put("sendchataction", BotMethod.direct(this::sendChatAction));
  }

  private Answer sendMessage(Call call) {
    FormattedText text = ReadContent.text(call.parameters());
    return post(call, "sendMessage", text, null);
  }

  private Mono<Answer> sendMedia(Call call, String field, String method) {
    FormattedText caption = ReadContent.caption(call.parameters());
    chats.writable(call);
    return media.read(call.parameters(), field).map(found -> post(call, method, caption, found));
  }

  private Answer post(Call call, String method, FormattedText content, @Nullable Media found) {
    JsonNode markup = ReadMarkup.read(call.parameters());
    long chat = chats.writable(call);
    int thread = thread(call, chat);
    int replyTo = replyTo(call, chat);
    takeBudget(flood, call, chat);
    BotPosts.Draft draft =
        new BotPosts.Draft(method, chat, content, found, markup, replyTo, thread);
    return Answer.ok(render.render(posts.send(call.bot(), draft)));
  }

  static void takeBudget(FloodControl flood, Call call, long chat) {
    int wait = flood.acquire(call.bot().id(), chat);
    if (wait > 0) {
      throw Refusal.of(Answer.tooManyRequests(wait));
    }
  }

  /** A thread must exist in a forum; elsewhere it is tolerated and ignored. */
  private int thread(Call call, long chat) {
    int thread = call.parameters().integer("message_thread_id", 0);
    Group group = chat < 0 ? directory.group(chat) : null;
    if (thread == 0 || group == null || !group.isForum()) {
      return 0;
    }
    if (!group.topics().containsKey(thread)) {
      throw Refusal.badRequest("message thread not found");
    }
    return thread;
  }

  private int replyTo(Call call, long chat) {
    JsonNode reply =
        call.parameters().json("reply_parameters", "can't parse reply parameters JSON object");
    if (reply != null && !reply.isObject()) {
      throw Refusal.badRequest("object expected as reply parameters");
    }
    int id =
        reply == null
            ? call.parameters().integer("reply_to_message_id", 0)
            : reply.path("message_id").asInt(0);
    if (id <= 0 || posts.find(call.bot(), chat, id) != null) {
      return Math.max(0, id);
    }
    boolean tolerated =
        reply == null
            ? call.parameters().flag("allow_sending_without_reply")
            : reply.path("allow_sending_without_reply").asBoolean(false);
    if (!tolerated) {
      throw Refusal.badRequest("message to be replied not found");
    }
    return 0;
  }

  private Answer sendChatAction(Call call) {
    String action = call.text("action");
    if (!ACTIONS.contains(action)) {
      throw Refusal.badRequest("wrong parameter action in request");
    }
    long chat = chats.writable(call);
    events.tell(
        "chat_action",
        () ->
            JsonNodeFactory.instance
                .objectNode()
                .put("bot", call.bot().id())
                .put("chat", chat)
                .put("action", action));
    return Answer.done();
  }
}
