package io.herald.gateway.schedule;

import io.herald.model.json.Json;
import io.herald.model.json.MalformedRecord;
import io.herald.model.schedule.Notify;
import io.herald.model.schedule.Schedule;
import io.herald.model.schedule.Timing;
import io.herald.runtime.contract.InvalidNotification;
import io.herald.runtime.contract.InvalidRecord;
import io.herald.runtime.contract.ReadNotification;
import io.herald.runtime.contract.ReadRecord;
import io.herald.runtime.contract.Violation;
import io.herald.runtime.schedule.Timetable;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads what people choose of a schedule and names all that is wrong with it. Fields that answers
 * have and people don't choose are passed over, so that an answer can be changed and sent back.
 */
public final class ReadSchedule {

  private static final Set<String> CHOSEN =
      Set.of("id", "title", "timing", "payload", "jitter", "misfire", "paused", "endsAt");
  private static final Set<String> ANSWERED =
      Set.of(
          "schemaVersion", "revision", "owner", "createdAt", "updatedAt", "state", "next", "last");
  private static final Set<String> TIMING = Set.of("cron", "zone", "every", "from", "at");
  private static final Set<String> MISFIRE = Set.of("policy", "grace");
  private static final Set<String> PAYLOAD =
      Set.of("notification", "post", "script", "argument", "summary");
  private static final String SOME_ID = "x";

  private final ReadRecord<Schedule> contract = ReadRecord.of("schedule", Schedule.class);
  private final ReadNotification notifications;

  ReadSchedule(ReadNotification notifications) {
    this.notifications = notifications;
  }

  /**
   * Reads all of it.
   *
   * @param source of notifications that name none
   * @throws InvalidRecord naming all that is wrong
   */
  public ScheduleDraft read(JsonNode sent, String source) {
    return new Reading().read(object(sent).deepCopy(), source);
  }

  /**
   * Reads when it is due; what is to happen then may be left out.
   *
   * @throws InvalidRecord naming all that is wrong
   */
  public ScheduleDraft readTiming(JsonNode sent) {
    ObjectNode document = object(sent).deepCopy();
    document.putObject("payload").put("summary", SOME_ID);
    return new Reading().read(document, SOME_ID);
  }

  private static ObjectNode object(JsonNode sent) {
    if (sent instanceof ObjectNode object) {
      return object;
    }
    throw new InvalidRecord(List.of(new Violation("", "must be an object")));
  }

  private final class Reading {

    private final List<Violation> wrong = new ArrayList<>();

    private ScheduleDraft read(ObjectNode document, String source) {
      unknown(document);
      complete(document);
      wrong.addAll(contract.violations(document));
      if (isRight("/payload") && document.at("/payload/notification") instanceof ObjectNode it) {
        notification(it, source);
      }
      if (isRight("/timing")) {
        timing(document.get("timing"));
      }
      if (isRight("/jitter")) {
        jitter(document.path("jitter"));
      }
      if (!wrong.isEmpty()) {
        throw new InvalidRecord(wrong.stream().distinct().toList());
      }
      return ScheduleDraft.of(Json.read(document, Schedule.class));
    }

    private void unknown(ObjectNode document) {
      ANSWERED.forEach(document::remove);
      known(document, "", CHOSEN);
      known(document.path("timing"), "/timing", TIMING);
      known(document.path("misfire"), "/misfire", MISFIRE);
      known(document.path("payload"), "/payload", PAYLOAD);
    }

    private void known(JsonNode object, String path, Set<String> names) {
      object.propertyNames().stream()
          .filter(name -> !names.contains(name))
          .forEach(name -> wrong.add(new Violation(path + '/' + name, "is not known here")));
    }

    private void complete(ObjectNode document) {
      document.put("schemaVersion", Schedule.SCHEMA_VERSION);
      document.put("revision", 1);
      document.put("createdAt", Instant.EPOCH.toString());
      document.put("updatedAt", Instant.EPOCH.toString());
      if (!document.has("id")) {
        document.put("id", SOME_ID);
      }
    }

    private void notification(ObjectNode notification, String source) {
      String path = "/payload/notification";
      for (String fixed : List.of("notBefore", "expiresAt")) {
        if (notification.has(fixed)) {
          wrong.add(new Violation(path + '/' + fixed, "has no place here: timing says when"));
        }
      }
      notification.put("id", Notify.NO_ID);
      if (!notification.has("source")) {
        notification.put("source", source);
      }
      try {
        notifications.read(notification);
      } catch (InvalidNotification e) {
        e.violations().forEach(it -> wrong.add(new Violation(path + it.path(), it.problem())));
      }
    }

    private void timing(JsonNode timing) {
      String zone = timing.path("zone").asString("UTC");
      if (!isZone(zone)) {
        wrong.add(new Violation("/timing/zone", "must be a zone's name such as Europe/Berlin"));
        ((ObjectNode) timing).put("zone", "UTC");
      }
      try {
        Timetable.problem(Json.read(timing, Timing.class))
            .map(it -> new Violation("/timing/" + it.field(), it.problem()))
            .ifPresent(wrong::add);
      } catch (MalformedRecord e) {
        wrong.add(new Violation("/timing", String.valueOf(e.getMessage())));
      }
    }

    private void jitter(JsonNode jitter) {
      if (jitter.isString()
          && Duration.parse(jitter.stringValue()).compareTo(Schedule.MOST_JITTER) > 0) {
        wrong.add(new Violation("/jitter", "must be at most " + Schedule.MOST_JITTER));
      }
    }

    private boolean isRight(String path) {
      return wrong.stream().noneMatch(it -> it.path().startsWith(path));
    }
  }

  private static boolean isZone(String name) {
    try {
      ZoneId.of(name);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
