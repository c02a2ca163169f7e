package io.herald.emulator.api;

import io.herald.emulator.chat.Directory;
import io.herald.emulator.chat.Person;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** setMyCommands, getMyCommands, deleteMyCommands. */
final class CommandMethods {
  private static final int MOST_COMMANDS = 100;
  private static final int LONGEST_DESCRIPTION = 256;

  private final Directory directory;
  private final Consumer<Call> onChange;

  CommandMethods(Directory directory, Consumer<Call> onChange) {
    this.directory = directory;
    this.onChange = onChange;
  }

  void addTo(Map<String, BotMethod> methods) {
    methods.put("setmycommands", BotMethod.direct(this::set));
    methods.put("getmycommands", BotMethod.direct(this::get));
    methods.put("deletemycommands", BotMethod.direct(this::delete));
  }

  private Answer set(Call call) {
    ArrayNode commands = read(call);
    String key = key(call);
    refuseUnknownChat(call);
    if (commands.isEmpty()) {
      call.bot().commands().remove(key);
    } else {
      call.bot().commands().put(key, commands);
    }
    onChange.accept(call);
    return Answer.done();
  }

  private Answer get(Call call) {
    JsonNode commands = call.bot().commands().get(key(call));
    return Answer.ok(commands == null ? JsonNodeFactory.instance.arrayNode() : commands);
  }

  private Answer delete(Call call) {
    call.bot().commands().remove(key(call));
    onChange.accept(call);
    return Answer.done();
  }

  /** A scope can name only a chat that the bot has met. */
  private void refuseUnknownChat(Call call) {
    JsonNode scope = call.parameters().json("scope", "can't parse BotCommandScope JSON object");
    if (scope == null || !scope.has("chat_id")) {
      return;
    }
    long chat = scope.get("chat_id").asLong(0);
    Person person = directory.person(chat);
    boolean met =
        chat < 0
            ? directory.group(chat) != null
            : person != null && directory.mayBeWrittenTo(call.bot().id(), person);
    if (!met) {
      throw Refusal.badRequest("chat not found");
    }
  }

  /** Empty for the default scope and no language. */
  private static String key(Call call) {
    JsonNode scope = call.parameters().json("scope", "can't parse BotCommandScope JSON object");
    if (scope != null && !scope.isObject()) {
      throw Refusal.badRequest("can't parse BotCommandScope: BotCommandScope must be an Object");
    }
    String type = scope == null ? "default" : scope.path("type").asString("");
    String place =
        switch (type) {
          case "default" -> "";
          case "all_private_chats", "all_group_chats", "all_chat_administrators" -> type;
          case "chat", "chat_administrators", "chat_member" ->
              type + scoped(scope, "chat_id") + scoped(scope, "user_id");
          default ->
              throw Refusal.badRequest("can't parse BotCommandScope: Unsupported type specified");
        };
    String language = call.text("language_code");
    return language.isEmpty() ? place : place + "/" + language;
  }

  private static String scoped(@Nullable JsonNode scope, String field) {
    return scope == null || !scope.has(field) ? "" : ":" + scope.get(field).asString();
  }

  private static ArrayNode read(Call call) {
    JsonNode given = call.parameters().json("commands", "can't parse commands JSON object");
    if (given == null) {
      return JsonNodeFactory.instance.arrayNode();
    }
    if (!given.isArray()) {
      throw Refusal.badRequest("expected an Array of BotCommand");
    }
    if (given.size() > MOST_COMMANDS) {
      throw Refusal.badRequest("BOT_COMMANDS_TOO_MUCH");
    }
    ArrayNode commands = JsonNodeFactory.instance.arrayNode();
    Set<String> names = new HashSet<>();
    for (JsonNode each : given) {
      String name = name(each);
      if (!names.add(name)) {
        throw Refusal.badRequest("BOT_COMMAND_INVALID");
      }
      commands.addObject().put("command", name).put("description", description(each));
    }
    return commands;
  }

  private static String name(JsonNode command) {
    if (!command.isObject() || !command.path("command").isString()) {
      throw Refusal.badRequest("can't parse BotCommand: Can't find field \"command\"");
    }
    String given = command.get("command").stringValue().toLowerCase(Locale.ROOT);
    String name = given.startsWith("/") ? given.substring(1) : given;
    if (!name.matches("[a-z0-9_]{1,32}")) {
      throw Refusal.badRequest("BOT_COMMAND_INVALID");
    }
    return name;
  }

  private static String description(JsonNode command) {
    String description = command.path("description").asString("").strip();
    if (description.isEmpty()) {
      throw Refusal.badRequest("command description must be non-empty");
    }
    if (description.codePointCount(0, description.length()) > LONGEST_DESCRIPTION) {
      throw Refusal.badRequest("command description length must not exceed 256");
    }
    return description;
  }
}
