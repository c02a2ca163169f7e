package io.herald.runtime.contract;

import io.herald.model.notification.NotificationRequested;
import io.herald.model.notification.Recipient;
import io.herald.model.notification.TextMarkup;
import io.herald.model.topic.Lane;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the kind of notification that nearly all are: one recipient and a text. What it reads keeps
 * to the contract, and the schema would say the same at ten times the cost; of everything else,
 * right or wrong, it says nothing. Its bounds are never wider than the schema's.
 */
final class CommonNotification {

  private static final int MAX_ID = 128;
  private static final int MAX_WORD = 128;
  private static final int MAX_KIND = 64;
  private static final int MAX_TITLE = 256;
  private static final int MAX_TEXT = 200_000;
  private static final int MAX_CHAT_DIGITS = 16;

  private @Nullable String id;
  private @Nullable String source;
  private @Nullable String kind;
  private @Nullable Recipient to;
  private @Nullable Lane priority;
  private @Nullable String title;
  private @Nullable String text;
  private @Nullable TextMarkup format;

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
    return common.id == null || common.to == null || common.text == null ? null : common.request();
  }

  /** False for what needs a closer look. */
  private boolean take(String field, JsonNode value) {
    if (field.equals("to")) {
      to = recipient(value);
      return to != null;
    }
    if (!value.isString()) {
      return false;
    }
    String given = value.stringValue();
    return switch (field) {
      case "id" -> isId(id = given);
      case "source" -> isWord(source = given);
      case "kind" -> isKind(kind = given);
      case "priority" -> (priority = lane(given)) != null;
      case "title" -> isWhole(title = given, MAX_TITLE);
      case "text" -> isWhole(text = given, MAX_TEXT) && isSeen(given);
      case "format" -> (format = markup(given)) != null;
      default -> false;
    };
  }

  private static @Nullable Recipient recipient(JsonNode to) {
    if (!to.isObject() || to.size() != 1) {
      return null;
    }
    JsonNode chat = to.path("chat");
    if (chat.isString() && isChatId(chat.stringValue())) {
      return Recipient.chat(chat.stringValue());
    }
    JsonNode user = to.path("user");
    return user.isString() && isWord(user.stringValue())
        ? Recipient.user(user.stringValue())
        : null;
  }

  private static boolean isChatId(String chat) {
    int first = chat.startsWith("-") ? 1 : 0;
    int digits = chat.length() - first;
    return digits >= 1
        && digits <= MAX_CHAT_DIGITS
        && chat.charAt(first) != '0'
        && chat.chars().skip(first).allMatch(it -> it >= '0' && it <= '9');
  }

  private static boolean isId(String id) {
    return isName(id, MAX_ID, "._:@+~=-")
        && (isLetterOrDigit(id.charAt(0)) || "_-".indexOf(id.charAt(0)) >= 0);
  }

  private static boolean isKind(String kind) {
    return isName(kind, MAX_KIND, "._:-") && isLetterOrDigit(kind.charAt(0));
  }

  private static boolean isName(String name, int max, String others) {
    if (name.isEmpty() || name.length() > max) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      char it = name.charAt(i);
      if (!isLetterOrDigit(it) && others.indexOf(it) < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetterOrDigit(char it) {
    return it >= 'a' && it <= 'z' || it >= 'A' && it <= 'Z' || it >= '0' && it <= '9';
  }

  private static boolean isWord(String word) {
    if (word.isEmpty() || word.length() > MAX_WORD) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (!isVisibleAscii(word.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Short enough, and without halves of surrogate pairs, or whole ones. */
  private static boolean isWhole(String text, int max) {
    if (text.length() > max) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSeen(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isVisibleAscii(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isVisibleAscii(char it) {
    return it > ' ' && it < 0x7f;
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

  private NotificationRequested request() {
    return new NotificationRequested(
        null,
        id,
        source,
        kind,
        List.of(to),
        priority,
        title,
        text,
        format,
        null,
        null,
        null,
        null,
        null,
        false,
        false,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }
}
