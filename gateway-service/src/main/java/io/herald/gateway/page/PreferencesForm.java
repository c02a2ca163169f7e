package io.herald.gateway.page;

import io.herald.gateway.account.PreferencesDraft;
import io.herald.gateway.account.PreferencesDraft.SummaryDraft;
import io.herald.model.account.DailySummary;
import io.herald.model.account.Preferences;
import io.herald.model.account.QuietHours;
import io.herald.runtime.contract.Violation;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.util.MultiValueMap;

/**
 * The form of preferences, as it is shown and as it comes back.
 *
 * @param summary what is wanted of the daily summary
 * @param problems what is wrong, by field
 * @param saved whether they have just been saved
 */
record PreferencesForm(
    boolean enabled,
    String minimum,
    String from,
    String to,
    String zone,
    SummaryDraft summary,
    Map<String, String> problems,
    boolean saved) {

  private static final Map<String, String> FIELDS =
      Map.of(
          PreferencesDraft.PRIORITY_PATH, "minimum",
          PreferencesDraft.FROM_PATH, "from",
          PreferencesDraft.TO_PATH, "to",
          PreferencesDraft.ZONE_PATH, "zone",
          PreferencesDraft.SUMMARY_PATH, "at");

  static PreferencesForm of(Preferences preferences, boolean saved) {
    QuietHours quiet = preferences.quietHours();
    return new PreferencesForm(
        preferences.enabled(),
        preferences.minimumPriority().word(),
        quiet == null ? "" : quiet.from().toString(),
        quiet == null ? "" : quiet.to().toString(),
        preferences.zone().getId().equals("Z") ? "UTC" : preferences.zone().getId(),
        draft(preferences.summary()),
        Map.of(),
        saved);
  }

  static PreferencesForm of(MultiValueMap<String, String> form) {
    return new PreferencesForm(
        form.getFirst("enabled") != null,
        text(form, "minimum"),
        text(form, "from"),
        text(form, "to"),
        text(form, "zone"),
        new SummaryDraft(
            form.getFirst("summary") != null,
            text(form, "at"),
            form.getFirst("skip-quiet") != null),
        Map.of(),
        false);
  }

  private static SummaryDraft draft(DailySummary summary) {
    return new SummaryDraft(summary.enabled(), summary.at().toString(), summary.skipQuiet());
  }

  PreferencesDraft draft() {
    return new PreferencesDraft(enabled, minimum, from, to, zone, summary);
  }

  /** The same form with what is wrong next to its fields. */
  PreferencesForm with(List<Violation> violations) {
    Map<String, String> found =
        violations.stream()
            .collect(
                Collectors.toMap(
                    violation -> FIELDS.getOrDefault(violation.path(), "minimum"),
                    Violation::problem,
                    (first, _) -> first));
    return new PreferencesForm(enabled, minimum, from, to, zone, summary, found, false);
  }

  /** For the template: what is wrong with that field; null: nothing. */
  public @org.jspecify.annotations.Nullable String problem(String field) {
    return problems.get(field);
  }

  private static String text(MultiValueMap<String, String> form, String field) {
    String text = form.getFirst(field);
    return text == null ? "" : text.strip();
  }
}
