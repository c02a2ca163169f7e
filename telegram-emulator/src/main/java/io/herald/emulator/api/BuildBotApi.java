package io.herald.emulator.api;

import io.herald.emulator.chat.Directory;
import io.herald.emulator.chat.Files;
import io.herald.emulator.conversation.BotPosts;
import io.herald.emulator.conversation.RenderMessage;
import io.herald.emulator.fault.Faults;
import io.herald.emulator.flood.FloodControl;
import io.herald.emulator.live.LiveEvents;
import io.herald.emulator.update.Bot;
import io.herald.emulator.update.Bots;
import io.herald.emulator.update.PollUpdates;
import io.herald.emulator.webhook.Webhooks;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Puts the methods together. */
public final class BuildBotApi {
  /** The emulated methods, as Telegram writes them. */
  public static final Set<String> METHODS =
      Set.of(
          "getMe",
          "getUpdates",
          "setWebhook",
          "deleteWebhook",
          "getWebhookInfo",
          "sendMessage",
          "sendPhoto",
          "sendDocument",
          "sendChatAction",
          "editMessageText",
          "editMessageCaption",
          "editMessageReplyMarkup",
          "deleteMessage",
          "deleteMessages",
          "answerCallbackQuery",
          "setMyCommands",
          "getMyCommands",
          "deleteMyCommands",
          "getChat",
          "getChatMember",
          "getFile");

  /** What the methods work on. */
  public record World(
      Clock clock,
      Directory directory,
      Files files,
      Bots bots,
      BotPosts posts,
      RenderMessage render,
      LiveEvents events) {}

  private BuildBotApi() {}

  /**
   * Builds the API.
   *
   * @param latencyMs added to every call
   * @param onCommands told when a bot changes its commands
   */
  public static BotApi build(
      World world,
      FloodControl flood,
      Faults faults,
      Webhooks webhooks,
      PollUpdates poll,
      RequestJournal requests,
      LongSupplier latencyMs,
      Consumer<Bot> onCommands) {
    Map<String, BotMethod> methods = new HashMap<>();
    ReadMedia media = new ReadMedia(world.files, new FetchFile());
    new SendMethods(world.directory, world.posts, flood, media, world.render, world.events)
        .addTo(methods);
    new EditMethods(world.clock, world.directory, world.posts, flood, world.render).addTo(methods);
    new ChatMethods(world.clock, world.directory, world.files, world.events).addTo(methods);
    new CommandMethods(world.directory, call -> onCommands.accept(call.bot())).addTo(methods);
    new UpdateMethods(world.clock, webhooks, poll, flood).addTo(methods);
    return new BotApi(world.bots, faults, latencyMs, requests, methods);
  }
}
