package io.herald.runtime.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The rules of a notification that a schema can't say: addresses, times, and what counts in bytes
 * or in all. They look at the document, not at the record, so that they tell their part also where
 * the schema has found something.
 */
final class FieldRules {

  /** Most buttons below one message, by Telegram. */
  static final int MAX_BUTTONS = 100;

  /** Most bytes that a button can tell the bot, by Telegram. */
  static final int MAX_ACTION_BYTES = 64;

  private final JsonNode notification;
  private final List<Violation> violations = new ArrayList<>();

  private FieldRules(JsonNode notification) {
    this.notification = notification;
  }

  /** What breaks these rules; fields of the wrong type are left to the schema. */
  static List<Violation> violations(JsonNode notification) {
    var rules = new FieldRules(notification);
    rules.media("photo");
    rules.media("document");
    rules.buttons();
    rules.times();
    return rules.violations;
  }

  private void media(String field) {
    check(
        notification.path(field).path("url"), '/' + field + "/url", PublicAddress::problemOfMedia);
  }

  private void buttons() {
    JsonNode rows = notification.path("buttons");
    int count = 0;
    for (int row = 0; row < rows.size(); row++) {
      for (int place = 0; place < rows.path(row).size(); place++) {
        button(rows.path(row).path(place), "/buttons/" + row + '/' + place);
        count++;
      }
    }
    if (count > MAX_BUTTONS) {
      tell("/buttons", "must have at most " + MAX_BUTTONS + " buttons in all");
    }
  }

  private void button(JsonNode button, String path) {
    check(button.path("url"), path + "/url", PublicAddress::problemOfButton);
    check(
        button.path("action"),
        path + "/action",
        it ->
            it.getBytes(UTF_8).length <= MAX_ACTION_BYTES
                ? Optional.empty()
                : Optional.of("must be at most " + MAX_ACTION_BYTES + " bytes of UTF-8"));
  }

  private void times() {
    Instant notBefore = time("notBefore");
    Instant expiresAt = time("expiresAt");
    if (notBefore != null && expiresAt != null && !expiresAt.isAfter(notBefore)) {
      tell("/expiresAt", "must be later than notBefore");
    }
  }

  private @Nullable Instant time(String field) {
    JsonNode value = notification.path(field);
    if (!value.isString()) {
      return null;
    }
    try {
      Instant time = Instant.parse(value.stringValue());
      if (time.isBefore(Instant.EPOCH)) {
        tell('/' + field, "must be in 1970 or later");
      }
      return time;
    } catch (DateTimeException e) {
      tell('/' + field, "must be a time that exists");
      return null;
    }
  }

  private void check(JsonNode value, String path, Function<String, Optional<String>> problem) {
    if (value.isString()) {
      problem.apply(value.stringValue()).ifPresent(it -> tell(path, it));
    }
  }

  private void tell(String path, String problem) {
    violations.add(new Violation(path, problem));
  }
}
