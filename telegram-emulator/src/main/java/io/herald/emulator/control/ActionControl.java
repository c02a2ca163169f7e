package io.herald.emulator.control;

import io.herald.emulator.chat.Conversations;
import io.herald.emulator.chat.Message;
import io.herald.emulator.conversation.RenderMessage;
import io.herald.emulator.conversation.UserActions;
import io.herald.emulator.formatting.ReadEntities;
import io.herald.emulator.update.Bot;
import io.herald.emulator.update.CallbackQueries;
import io.herald.emulator.update.PublishUpdate;
import io.herald.emulator.update.Update;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What users do. */
@RestController
@RequestMapping("/control")
final class ActionControl {
  record NewMessage(
      @Nullable String bot,
      @Nullable Long user,
      @Nullable Long chat,
      @Nullable String text,
      @Nullable JsonNode entities,
      @Nullable Integer replyToMessageId,
      @Nullable Integer messageThreadId) {}

  record EditedMessage(
      @Nullable String bot,
      @Nullable Long user,
      @Nullable Long chat,
      @Nullable Integer messageId,
      @Nullable String text) {}

  record PressedButton(
      @Nullable String bot,
      @Nullable Long user,
      @Nullable Long chat,
      @Nullable Integer messageId,
      @Nullable String data,
      @Nullable String text,
      @Nullable Integer row,
      @Nullable Integer column) {}

  record RawUpdate(@Nullable String bot, @Nullable JsonNode update) {}

  private final Known known;
  private final UserActions actions;
  private final PublishUpdate publish;
  private final Conversations conversations;
  private final RenderMessage render;

  ActionControl(
      Known known,
      UserActions actions,
      PublishUpdate publish,
      Conversations conversations,
      RenderMessage render) {
    this.known = known;
    this.actions = actions;
    this.publish = publish;
    this.conversations = conversations;
    this.render = render;
  }

  @PostMapping("/messages")
  @ResponseStatus(HttpStatus.CREATED)
  ObjectNode type(@RequestBody NewMessage request) {
    long user = Known.required("user", request.user);
    long chat = request.chat == null ? user : request.chat;
    UserActions.Done done =
        actions.type(
            new UserActions.Typed(
                receiver(request.bot, user, chat),
                user,
                chat,
                Known.required("text", request.text),
                ReadEntities.read(request.entities),
                request.replyToMessageId == null ? 0 : request.replyToMessageId,
                request.messageThreadId == null ? 0 : request.messageThreadId,
                0));
    return view(done);
  }

  /** In a group no bot means all; in a private chat the only one. */
  private @Nullable Bot receiver(@Nullable String bot, long user, long chat) {
    if (chat > 0) {
      if (chat != user) {
        throw new IllegalArgumentException("chat must be the user's id, or the id of a group");
      }
      return known.bot(bot);
    }
    known.group(chat).members().add(user);
    return bot == null ? null : known.bot(bot);
  }

  @PostMapping("/messages/edit")
  ObjectNode edit(@RequestBody EditedMessage request) {
    long user = Known.required("user", request.user);
    long chat = request.chat == null ? user : request.chat;
    UserActions.Done done =
        actions.edit(
            receiver(request.bot, user, chat),
            user,
            chat,
            Known.required("message_id", request.messageId),
            Known.required("text", request.text));
    if (done == null) {
      throw new UnknownThing("the user has no message " + request.messageId + " in that chat");
    }
    return view(done);
  }

  private ObjectNode view(UserActions.Done done) {
    ObjectNode view = withUpdateId(done.update());
    view.set("message", render.render(done.message()));
    return view;
  }

  private static ObjectNode withUpdateId(@Nullable Update update) {
    ObjectNode view = JsonNodeFactory.instance.objectNode();
    return update == null ? view.putNull("update_id") : view.put("update_id", update.id());
  }

  @PostMapping("/buttons")
  @ResponseStatus(HttpStatus.CREATED)
  ObjectNode press(@RequestBody PressedButton request) {
    long user = Known.required("user", request.user);
    long chat = request.chat == null ? user : request.chat;
    int id = Known.required("message_id", request.messageId);
    Bot bot = known.bot(request.bot);
    Message message = conversations.get(bot.id(), chat, id);
    if (message == null) {
      throw new UnknownThing("message " + id + " is not in that chat");
    }
    UserActions.Pressed pressed =
        actions.press(bot, user, message, FindButton.data(message, request));
    return withUpdateId(pressed.update()).put("callback_query_id", pressed.queryId());
  }

  @GetMapping("/callbacks/{id}")
  ObjectNode callback(
      @PathVariable("id") String id,
      @RequestParam(required = false, name = "bot") @Nullable String bot) {
    CallbackQueries.Query query = known.bot(bot).callbacks().get(id);
    if (query == null) {
      throw new UnknownThing("callback query " + id + " is unknown");
    }
    ObjectNode view = JsonNodeFactory.instance.objectNode();
    view.put("id", id).put("answered", query.answeredMs() != 0);
    view.put("text", query.text()).put("show_alert", query.alert()).put("url", query.url());
    return query.answeredMs() == 0
        ? view.putNull("answered_ms")
        : view.put("answered_ms", query.answeredMs());
  }

  @PostMapping("/updates")
  @ResponseStatus(HttpStatus.CREATED)
  ObjectNode raw(@RequestBody RawUpdate request) {
    JsonNode update = Known.required("update", request.update);
    if (!(update instanceof ObjectNode whole)) {
      throw new IllegalArgumentException("update must be an object");
    }
    return withUpdateId(publish.publishRaw(known.bot(request.bot), whole));
  }
}
