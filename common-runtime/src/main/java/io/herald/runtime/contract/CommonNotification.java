package io.herald.runtime.contract;

import static io.herald.runtime.contract.Characters.isChatId;
import static io.herald.runtime.contract.Characters.isId;
import static io.herald.runtime.contract.Characters.isKind;
import static io.herald.runtime.contract.Characters.isName;
import static io.herald.runtime.contract.Characters.isSeen;
import static io.herald.runtime.contract.Characters.isText;
import static io.herald.runtime.contract.Characters.isWord;

import io.herald.model.message.OnUnknown;
import io.herald.model.notification.ActionButton;
import io.herald.model.notification.NotificationRequested;
import io.herald.model.notification.Recipient;
import io.herald.model.notification.TextMarkup;
import io.herald.model.topic.Lane;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the kinds of notifications that nearly all are: a text or a template for chats and people.
 * What it reads keeps to the contract, and the schema would say the same at twenty times the cost;
 * of everything else, right or wrong, it says nothing. Its bounds are never wider than the
 * schema's.
 */
final class CommonNotification {

  private static final int MAX_TITLE = 256;
  private static final int MAX_TEXT = 200_000;
  private static final int MAX_CHAT_DIGITS = 16;

  private @Nullable String id;
  private @Nullable String source;
  private @Nullable String kind;
  private @Nullable List<Recipient> to;
  private @Nullable Lane priority;
  private @Nullable String title;
  private @Nullable String text;
  private @Nullable TextMarkup format;
  private @Nullable String template;
  private @Nullable Map<String, Object> data;
  private @Nullable List<List<ActionButton>> buttons;
  private boolean silent;
  private boolean protect;
  private @Nullable String replaceKey;
  private @Nullable String dedupeKey;
  private @Nullable OnUnknown onUnknown;

  private CommonNotification() {}

  /** Null for what needs a closer look. */
  static @Nullable NotificationRequested read(JsonNode notification) {
    if (!(notification instanceof ObjectNode fields)) {
      return null;
    }
    var common = new CommonNotification();
    for (Map.Entry<String, JsonNode> field : fields.properties()) {
      if (!common.take(field.getKey(), field.getValue())) {
        return null;
      }
    }
    return common.request();
  }

  /** False for what needs a closer look. */
  private boolean take(String field, JsonNode value) {
    return switch (field) {
      case "to" -> (to = recipients(value)) != null;
      case "data" -> (data = CommonData.read(value)) != null;
      case "buttons" -> (buttons = CommonButtons.read(value)) != null;
      case "silent", "protect" -> value.isBoolean() && take(field, value.booleanValue());
      default -> value.isString() && take(field, value.stringValue());
    };
  }

  private boolean take(String field, String value) {
    return switch (field) {
      case "id" -> isId(id = value);
      case "source" -> isWord(source = value);
      case "kind" -> isKind(kind = value);
      case "priority" -> (priority = lane(value)) != null;
      case "title" -> isText(title = value, MAX_TITLE);
      case "text" -> isText(text = value, MAX_TEXT) && isSeen(value);
      case "format" -> (format = markup(value)) != null;
      case "template" -> isName(template = value);
      case "replaceKey" -> isWord(replaceKey = value);
      case "dedupeKey" -> isWord(dedupeKey = value);
      case "onUnknown" -> (onUnknown = onUnknown(value)) != null;
      case "schemaVersion" -> value.equals(NotificationRequested.SCHEMA_VERSION);
      default -> false;
    };
  }

  private boolean take(String field, boolean value) {
    if (field.equals("silent")) {
      silent = value;
    } else {
      protect = value;
    }
    return true;
  }

  /** One, or a list of them, as Herald itself writes it. */
  private static @Nullable List<Recipient> recipients(JsonNode to) {
    if (!to.isArray()) {
      Recipient only = recipient(to);
      return only == null ? null : List.of(only);
    }
    if (to.isEmpty() || to.size() > OverlongLists.MAX_ITEMS) {
      return null;
    }
    List<Recipient> all = new ArrayList<>(to.size());
    for (JsonNode given : to) {
      Recipient one = recipient(given);
      if (one == null) {
        return null;
      }
      all.add(one);
    }
    return all;
  }

  private static @Nullable Recipient recipient(JsonNode to) {
    if (!to.isObject() || to.size() != 1) {
      return null;
    }
    JsonNode chat = to.path("chat");
    if (chat.isString()) {
      String id = chat.stringValue();
      return isChatId(id, MAX_CHAT_DIGITS) ? Recipient.chat(id) : null;
    }
    JsonNode user = to.path("user");
    return user.isString() && isWord(user.stringValue())
        ? Recipient.user(user.stringValue())
        : null;
  }

  private static @Nullable Lane lane(String word) {
    return switch (word) {
      case "interactive" -> Lane.INTERACTIVE;
      case "standard" -> Lane.STANDARD;
      case "bulk" -> Lane.BULK;
      default -> null;
    };
  }

  private static @Nullable TextMarkup markup(String word) {
    return switch (word) {
      case "plain" -> TextMarkup.PLAIN;
      case "markdown" -> TextMarkup.MARKDOWN;
      case "html" -> TextMarkup.HTML;
      case "markdownv2" -> TextMarkup.MARKDOWN_V2;
      default -> null;
    };
  }

  private static @Nullable OnUnknown onUnknown(String word) {
    return switch (word) {
      case "resend" -> OnUnknown.RESEND;
      case "drop" -> OnUnknown.DROP;
      default -> null;
    };
  }

  private @Nullable NotificationRequested request() {
    if (id == null || to == null || (text == null) == (template == null)) {
      return null;
    }
    return new NotificationRequested(
        null,
        id,
        source,
        kind,
        to,
        priority,
        title,
        text,
        format,
        template,
        data,
        null,
        null,
        buttons,
        silent,
        protect,
        null,
        replaceKey,
        dedupeKey,
        null,
        null,
        null,
        null,
        onUnknown);
  }
}
