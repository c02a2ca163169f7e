package io.herald.gateway.page;

import io.herald.model.json.Json;
import io.herald.model.schedule.Schedule;
import io.herald.runtime.contract.Violation;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;

/**
 * The form of a schedule, a new one or one that is changed, as it is shown and as it comes back.
 *
 * @param text the message; of one that is changed it stays as it is, and is not in the form
 * @param problems what is wrong, by field
 */
record ScheduleForm(String title, String text, WhenForm when, Map<String, String> problems) {

  private static final String ELSE = "form";
  private static final Map<String, String> FIELDS =
      Map.ofEntries(
          Map.entry("/title", "title"),
          Map.entry("/payload/notification/title", "title"),
          Map.entry("/payload/notification/text", "text"),
          Map.entry("/payload/notification", "text"),
          Map.entry("/timing", "cron"),
          Map.entry("/timing/cron", "cron"),
          Map.entry("/timing/every", "every"),
          Map.entry("/timing/from", "every"),
          Map.entry("/timing/at", "at"),
          Map.entry("/timing/zone", "zone"));

  static ScheduleForm empty(ZoneId zone) {
    return new ScheduleForm("", "", WhenForm.empty(zone), Map.of());
  }

  /** What can be changed of a schedule, as it is now. */
  static ScheduleForm of(Schedule schedule, ZoneId zone) {
    return new ScheduleForm(schedule.title(), "", WhenForm.of(schedule.timing(), zone), Map.of());
  }

  static ScheduleForm of(MultiValueMap<String, String> form) {
    return new ScheduleForm(text(form, "title"), text(form, "text"), WhenForm.of(form), Map.of());
  }

  /** The same as the API takes it, for that person. */
  JsonNode document(String user) {
    Map<String, Object> notification = new LinkedHashMap<>();
    notification.put("to", Map.of("user", user));
    notification.put("text", text);
    Map<String, Object> document = document();
    document.put("payload", Map.of("notification", notification));
    if (!title.isEmpty()) {
      notification.put("title", title);
    }
    return json(document);
  }

  /** The title and the time alone. */
  JsonNode change() {
    return json(document());
  }

  private Map<String, Object> document() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("timing", when.timing());
    if (!title.isEmpty()) {
      document.put("title", title);
    }
    return document;
  }

  // Through JSON, so that what the API refuses is refused here.
  private static JsonNode json(Map<String, Object> document) {
    return Json.tree(Json.write(document));
  }

  /** The same form with what is wrong next to its fields. */
  ScheduleForm with(List<Violation> violations) {
    Map<String, String> found =
        violations.stream()
            .collect(
                Collectors.toMap(
                    violation -> FIELDS.getOrDefault(violation.path(), ELSE),
                    ScheduleForm::words,
                    (first, _) -> first));
    return new ScheduleForm(title, text, when, found);
  }

  // Below a field nobody has to be told which one is meant.
  private static String words(Violation violation) {
    return FIELDS.containsKey(violation.path()) || violation.path().isEmpty()
        ? violation.problem()
        : violation.path().substring(1) + ' ' + violation.problem();
  }

  /** The same form with something wrong that no field is to blame for. */
  ScheduleForm with(String problem) {
    return with(List.of(new Violation("", problem)));
  }

  /** For the template: what is wrong with that field; null: nothing. */
  public @Nullable String problem(String field) {
    return problems.get(field);
  }

  static String text(MultiValueMap<String, String> form, String field) {
    String text = form.getFirst(field);
    return text == null ? "" : text.strip();
  }
}
