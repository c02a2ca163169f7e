package io.herald.gateway.simple;

import io.herald.runtime.contract.InvalidNotification;
import io.herald.runtime.contract.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes a notification of what was filled in. {@code user} is a chat's id or public name, and else
 * a person who has linked their Telegram.
 */
final class SimpleNotification {

  private static final String USER = "user";
  private static final String PARSE_MODE = "parse_mode";
  private static final Pattern CHAT = Pattern.compile("-?[0-9]+|@.*");
  // As Telegram names them; its own old Markdown has no place here, and CommonMark reads most of
  // it.
  private static final Map<String, String> FORMATS =
      Map.of("HTML", "html", "Markdown", "markdown", "MarkdownV2", "markdownv2");

  private final Map<String, String> fields;
  private final String textField;
  private final List<Violation> violations = new ArrayList<>();

  private SimpleNotification(Map<String, String> fields, String textField) {
    this.fields = fields;
    this.textField = textField;
  }

  /**
   * The notification without an id, still to be held to the contract.
   *
   * @param fields what was filled in
   * @param textField the field that holds the text
   * @param others fields that mean something to the caller
   * @throws InvalidNotification naming all fields that are wrong
   */
  static ObjectNode of(Map<String, String> fields, String textField, Set<String> others) {
    return new SimpleNotification(fields, textField).build(others);
  }

  private ObjectNode build(Set<String> others) {
    Set<String> known = new TreeSet<>(others);
    known.addAll(Set.of(USER, PARSE_MODE, textField));
    fields.keySet().stream()
        .filter(name -> !known.contains(name))
        .forEach(name -> wrong(name, "is not known; known are " + String.join(", ", known)));
    ObjectNode notification = JsonNodeFactory.instance.objectNode();
    addRecipient(notification);
    addText(notification);
    if (!violations.isEmpty()) {
      throw new InvalidNotification(violations);
    }
    return notification;
  }

  private void addRecipient(ObjectNode notification) {
    String user = fields.getOrDefault(USER, "").strip();
    if (user.isEmpty()) {
      wrong(USER, "must say who it is for: a chat id, @channel, or a user");
    }
    notification.putObject("to").put(CHAT.matcher(user).matches() ? "chat" : USER, user);
  }

  private void addText(ObjectNode notification) {
    String text = fields.get(textField);
    String mode = fields.getOrDefault(PARSE_MODE, "");
    if (text != null) {
      notification.put("text", text);
    }
    if (!mode.isEmpty() && !FORMATS.containsKey(mode)) {
      wrong(PARSE_MODE, "must be HTML, Markdown or MarkdownV2, or be left out");
    }
    notification.put("format", FORMATS.getOrDefault(mode, "plain"));
  }

  private void wrong(String field, String problem) {
    violations.add(new Violation("/" + field, problem));
  }

  /**
   * Does something that holds the notification to the contract, and tells what is wrong in terms of
   * the fields.
   */
  static <T> T inTermsOfFields(String textField, Supplier<T> check) {
    try {
      return check.get();
    } catch (InvalidNotification e) {
      throw new InvalidNotification(
          e.violations().stream().map(it -> renamed(it, textField)).toList());
    }
  }

  private static Violation renamed(Violation violation, String textField) {
    String path = violation.path();
    if (path.startsWith("/to")) {
      return new Violation("/" + USER, violation.problem());
    }
    // The only thing that is wrong with all of it is that there is nothing to send.
    return path.equals("/text") || path.isEmpty()
        ? new Violation("/" + textField, violation.problem())
        : violation;
  }
}
