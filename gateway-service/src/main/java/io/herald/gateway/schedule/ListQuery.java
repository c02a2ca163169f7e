package io.herald.gateway.schedule;

import io.herald.model.schedule.Owner;
import io.herald.model.schedule.ScheduleIds;
import io.herald.runtime.contract.InvalidRecord;
import io.herald.runtime.contract.Violation;
import io.herald.runtime.schedule.ScheduleFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which schedules a request asks for. An unknown word is refused: a filter that was mistyped would
 * mean more than wanted.
 *
 * @param after where the page before ended; null: from the first
 * @param limit most of them
 */
record ListQuery(ScheduleFilter filter, @Nullable String after, int limit) {

  private static final int MOST = 200;
  private static final Set<String> KINDS = Set.of("notification", "post", "script", "summary");
  private static final Set<String> WORDS =
      Set.of("kind", "paused", "text", "user", "cursor", "limit");

  /**
   * Reads the parameters of a list.
   *
   * @throws InvalidRecord naming every parameter that can't be followed
   */
  static ListQuery of(Map<String, String> parameters) {
    var query = new Reading(parameters, new ArrayList<>());
    query.words();
    String kind = query.read("kind", KINDS::contains, "must be one of " + sorted(KINDS));
    String paused =
        query.read("paused", Set.of("true", "false")::contains, "must be true or false");
    String after = query.read("cursor", ScheduleIds::isId, "must be next of the page before");
    String limit = query.read("limit", text -> isNumber(text, MOST), "must be 1 to " + MOST);
    query.tell();
    String user = parameters.get("user");
    return new ListQuery(
        new ScheduleFilter(
            user == null ? null : Owner.user(user),
            kind,
            paused == null ? null : Boolean.valueOf(paused),
            parameters.get("text")),
        after,
        limit == null ? 50 : Integer.parseInt(limit));
  }

  private static boolean isNumber(String text, int most) {
    return text.matches("[1-9][0-9]{0,5}") && Integer.parseInt(text) <= most;
  }

  private static List<String> sorted(Set<String> words) {
    return words.stream().sorted().toList();
  }

  private record Reading(Map<String, String> parameters, List<Violation> wrong) {

    void words() {
      parameters.keySet().stream()
          .filter(name -> !WORDS.contains(name))
          .map(name -> new Violation(name, "is unknown: known are " + sorted(WORDS)))
          .forEach(wrong::add);
    }

    @Nullable String read(String name, Predicate<String> fits, String problem) {
      String text = parameters.get(name);
      if (text != null && !fits.test(text)) {
        wrong.add(new Violation(name, problem));
      }
      return text;
    }

    void tell() {
      if (!wrong.isEmpty()) {
        throw new InvalidRecord(wrong);
      }
    }
  }
}
