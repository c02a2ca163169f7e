package io.herald.gateway.account;

import io.herald.gateway.account.PreferencesDraft.Checked;
import io.herald.gateway.account.PreferencesDraft.Invalid;
import io.herald.gateway.account.PreferencesDraft.SummaryDraft;
import io.herald.runtime.contract.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads preferences from a request's document and names all that is wrong with it. */
final class ReadPreferences {

  private static final Set<String> FIELDS =
      Set.of("enabled", "minimum_priority", "quiet_hours", "zone", "summary");
  private static final Set<String> HOURS = Set.of("from", "to");
  private static final Set<String> SUMMARY = Set.of("enabled", "at", "skip_quiet");

  private final List<Violation> wrong = new ArrayList<>();

  private ReadPreferences() {}

  static Checked read(JsonNode document) {
    return new ReadPreferences().draft(document);
  }

  private Checked draft(JsonNode document) {
    if (!document.isObject()) {
      return new Invalid(List.of(new Violation("", "must be an object")));
    }
    known(document, "", FIELDS);
    JsonNode hours = value(document, "", "quiet_hours", JsonNode::isObject, "an object or null");
    if (hours != null) {
      known(hours, "/quiet_hours", HOURS);
    }
    var draft =
        new PreferencesDraft(
            flag(document, "", "enabled"),
            text(document, "", "minimum_priority"),
            hours == null ? null : text(hours, "/quiet_hours", "from"),
            hours == null ? null : text(hours, "/quiet_hours", "to"),
            text(document, "", "zone"),
            summary(document));
    Checked checked = draft.check();
    if (checked instanceof Invalid(List<Violation> more)) {
      wrong.addAll(more);
    }
    return wrong.isEmpty() ? checked : new Invalid(List.copyOf(wrong));
  }

  private SummaryDraft summary(JsonNode document) {
    JsonNode summary = value(document, "", "summary", JsonNode::isObject, "an object or null");
    if (summary == null) {
      return new SummaryDraft(null, null, null);
    }
    known(summary, "/summary", SUMMARY);
    return new SummaryDraft(
        flag(summary, "/summary", "enabled"),
        text(summary, "/summary", "at"),
        flag(summary, "/summary", "skip_quiet"));
  }

  private void known(JsonNode object, String path, Set<String> names) {
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      if (!names.contains(field.getKey())) {
        wrong.add(new Violation(path + '/' + field.getKey(), "is not known here"));
      }
    }
  }

  private @Nullable Boolean flag(JsonNode object, String path, String name) {
    JsonNode value = value(object, path, name, JsonNode::isBoolean, "true or false");
    return value == null ? null : value.booleanValue();
  }

  private @Nullable String text(JsonNode object, String path, String name) {
    JsonNode value = value(object, path, name, JsonNode::isString, "text");
    return value == null ? null : value.stringValue();
  }

  private @Nullable JsonNode value(
      JsonNode object, String path, String name, Predicate<JsonNode> fits, String wanted) {
    JsonNode value = object.get(name);
    if (value == null || value.isNull()) {
      return null;
    }
    if (!fits.test(value)) {
      wrong.add(new Violation(path + '/' + name, "must be " + wanted));
      return null;
    }
    return value;
  }
}
