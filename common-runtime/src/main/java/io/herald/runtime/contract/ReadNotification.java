package io.herald.runtime.contract;

import static java.util.Comparator.comparingLong;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.herald.model.json.Json;
import io.herald.model.json.MalformedRecord;
import io.herald.model.notification.NotificationRequested;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Reads a notification and holds it to the contract: the schema {@code notification-requested} and
 * what a schema can't say. Fields that the contract doesn't name are ignored, so that newer callers
 * never break on an older Herald. For any number of threads; of a parsed notification it takes 0.2
 * µs where {@link CommonNotification} reads it, and about 5 where the schema has to.
 */
public final class ReadNotification {

  /** The fields that the contract names. */
  static final Set<String> FIELDS =
      Stream.of(NotificationRequested.class.getRecordComponents())
          .map(RecordComponent::getName)
          .collect(toUnmodifiableSet());

  /** Most violated places that are told, so that a dead letter's headers stay small. */
  static final int MAX_VIOLATIONS = 100;

  /**
   * Most bytes of a notification. A record has a key and headers as well (see TopicSpec), and a few
   * more when it is published again.
   */
  public static final int MAX_BYTES = 2_000_000;

  private final ContractSchema schema = ContractSchema.of("notification-requested");

  /**
   * Reads and checks.
   *
   * @param json a notification as UTF-8 JSON; without an id it is refused
   * @throws InvalidNotification naming all that is wrong, up to a hundred places
   */
  public NotificationRequested read(byte[] json) {
    if (json.length > MAX_BYTES) {
      throw tooLarge();
    }
    return read(parsed(json));
  }

  /** What to say of a notification of more than {@value #MAX_BYTES} bytes. */
  public static InvalidNotification tooLarge() {
    return new InvalidNotification(
        List.of(new Violation("", "must have at most " + MAX_BYTES + " bytes")));
  }

  /** Whether the contract allows that id. */
  public static boolean isId(String id) {
    return Characters.isId(id);
  }

  /**
   * Checks what was parsed before, by {@link Json#tree}.
   *
   * @param notification without an id it is refused
   * @throws InvalidNotification naming all that is wrong, up to a hundred places
   */
  public NotificationRequested read(JsonNode notification) {
    NotificationRequested common = CommonNotification.read(notification);
    return common != null ? common : readClosely(notification);
  }

  /** What every notification goes through that is not of the common kind. */
  NotificationRequested readClosely(JsonNode notification) {
    List<Violation> violations = violations(notification);
    if (!violations.isEmpty()) {
      throw new InvalidNotification(violations);
    }
    try {
      return Json.read(notification, NotificationRequested.class);
    } catch (MalformedRecord e) {
      throw new InvalidNotification(List.of(new Violation("", e.getMessage())));
    }
  }

  /** One violation a place: what the schema says goes first, the rest follows from it. */
  private List<Violation> violations(JsonNode notification) {
    JsonNode cut = OverlongLists.cut(notification);
    var violations = new LinkedHashMap<String, Violation>();
    Stream.of(schema.violations(cut), FieldRules.violations(cut), TextBounds.violations(cut))
        .flatMap(List::stream)
        .forEach(it -> violations.putIfAbsent(it.path(), it));
    return firsts(List.copyOf(violations.values()));
  }

  private static List<Violation> firsts(List<Violation> violations) {
    if (violations.size() <= MAX_VIOLATIONS) {
      return violations;
    }
    // A list that is too long is told before what is in it.
    var firsts =
        violations.stream()
            .sorted(comparingLong(it -> it.path().chars().filter(at -> at == '/').count()))
            .limit(MAX_VIOLATIONS)
            .collect(toCollection(ArrayList::new));
    firsts.add(new Violation("", "is wrong in more places than are told here"));
    return firsts;
  }

  private static JsonNode parsed(byte[] json) {
    try {
      return Json.tree(json);
    } catch (MalformedRecord e) {
      throw new InvalidNotification(List.of(new Violation("", e.getMessage())));
    }
  }
}
