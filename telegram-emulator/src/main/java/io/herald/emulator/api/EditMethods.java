package io.herald.emulator.api;

import io.herald.emulator.chat.Directory;
import io.herald.emulator.chat.Message;
import io.herald.emulator.conversation.BotPosts;
import io.herald.emulator.conversation.RenderMessage;
import io.herald.emulator.flood.FloodControl;
import io.herald.emulator.formatting.FormattedText;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** editMessageText, editMessageCaption, editMessageReplyMarkup, deleteMessage. */
final class EditMethods {
  private static final String NOT_MODIFIED =
      "message is not modified: specified new message content and reply markup are exactly the same"
          + " as a current content and reply markup of the message";

  private final Clock clock;
  private final Chats chats;
  private final BotPosts posts;
  private final FloodControl flood;
  private final RenderMessage render;

  EditMethods(
      Clock clock, Directory directory, BotPosts posts, FloodControl flood, RenderMessage render) {
    this.clock = clock;
    this.chats = new Chats(directory);
    this.posts = posts;
    this.flood = flood;
    this.render = render;
  }

  void addTo(Map<String, BotMethod> methods) {
    methods.put("editmessagetext", BotMethod.direct(this::editText));
    methods.put("editmessagecaption", BotMethod.direct(this::editCaption));
    methods.put("editmessagereplymarkup", BotMethod.direct(this::editMarkup));
    methods.put("deletemessage", BotMethod.direct(this::delete));
    methods.put("deletemessages", BotMethod.direct(this::deleteMany));
  }

  private Answer editText(Call call) {
    FormattedText text = ReadContent.text(call.parameters());
    Message old = editable(call);
    if (old.media() != null) {
      throw Refusal.badRequest("there is no text in the message to edit");
    }
    return edit(call, old, "editMessageText", text);
  }

  private Answer editCaption(Call call) {
    FormattedText caption = ReadContent.caption(call.parameters());
    Message old = editable(call);
    if (old.media() == null) {
      throw Refusal.badRequest("there is no caption in the message to edit");
    }
    return edit(call, old, "editMessageCaption", caption);
  }

  private Answer editMarkup(Call call) {
    return edit(call, editable(call), "editMessageReplyMarkup", null);
  }

  private Message editable(Call call) {
    long chat = chats.writable(call);
    Message message = posts.find(call.bot(), chat, messageId(call));
    if (message == null) {
      throw Refusal.badRequest("message to edit not found");
    }
    if (!message.outgoing() || message.sender() != call.bot().id()) {
      throw Refusal.badRequest("message can't be edited");
    }
    return message;
  }

  private Answer edit(Call call, Message old, String method, @Nullable FormattedText content) {
    JsonNode markup = inlineOnly(ReadMarkup.read(call.parameters()));
    refuseSame(old, content, markup);
    SendMethods.takeBudget(flood, call, old.chat());
    Message edited =
        posts.edit(
            call.bot(),
            old.chat(),
            old.id(),
            method,
            current -> {
              FormattedText text = content == null ? current.content() : content;
              refuseSame(current, text, markup);
              return current.edited(text, markup, clock.millis());
            });
    if (edited == null) {
      throw Refusal.badRequest("message to edit not found");
    }
    return Answer.ok(render.render(edited));
  }

  private static void refuseSame(
      Message message, @Nullable FormattedText content, @Nullable JsonNode markup) {
    boolean sameText = content == null || content.equals(message.content());
    if (sameText && Objects.equals(markup, message.markup())) {
      throw Refusal.badRequest(NOT_MODIFIED);
    }
  }

  private static @Nullable JsonNode inlineOnly(@Nullable JsonNode markup) {
    if (markup != null && !markup.has("inline_keyboard")) {
      throw Refusal.badRequest("inline keyboard expected");
    }
    return markup;
  }

  private static int messageId(Call call) {
    int id = call.parameters().integer("message_id", 0);
    if (id == 0) {
      throw Refusal.badRequest("message identifier is not specified");
    }
    return id;
  }

  private Answer delete(Call call) {
    int id = messageId(call);
    if (!posts.delete(call.bot(), chats.writable(call), id)) {
      throw Refusal.badRequest("message to delete not found");
    }
    return Answer.done();
  }

  private Answer deleteMany(Call call) {
    JsonNode ids = call.parameters().json("message_ids", "can't parse message identifiers");
    if (ids == null || !ids.isArray() || ids.isEmpty()) {
      throw Refusal.badRequest("message identifiers are not specified");
    }
    long chat = chats.writable(call);
    ids.forEach(id -> posts.delete(call.bot(), chat, id.asInt(0)));
    return Answer.done();
  }
}
