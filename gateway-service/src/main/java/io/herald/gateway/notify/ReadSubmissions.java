package io.herald.gateway.notify;

import io.herald.model.notification.NotificationRequested;
import io.herald.runtime.contract.InvalidNotification;
import io.herald.runtime.contract.ReadNotification;
import io.herald.runtime.contract.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes submissions of what was sent in: says what was left out, and holds it to the contract. */
public final class ReadSubmissions {

  /** Most notifications in a batch. */
  static final int MOST = 1_000;

  // A person reads them; the rest is found out when these are put right.
  private static final int MOST_VIOLATIONS = 100;

  private final ReadNotification contract;

  ReadSubmissions(ReadNotification contract) {
    this.contract = contract;
  }

  /**
   * Reads one notification, or a batch where it is an array. Ids and sources that were left out are
   * written into it.
   *
   * @param sender says what is written into those
   * @throws InvalidNotification naming all that is wrong; of a batch, paths begin with the index
   */
  List<Submission> read(JsonNode sent, Sender sender) {
    if (!sent.isArray()) {
      return List.of(one(sent, sender));
    }
    if (sent.isEmpty() || sent.size() > MOST) {
      throw new InvalidNotification(
          List.of(new Violation("", "must be a batch of 1 to " + MOST + " notifications")));
    }
    for (int i = 0; i < sent.size(); i++) {
      complete(sent.get(i), i, sender);
    }
    return batch(sent);
  }

  /**
   * Reads one notification. Its id and source are written into it where they were left out.
   *
   * @param sender says what is written into it
   * @throws InvalidNotification naming all that is wrong
   */
  public Submission one(JsonNode sent, Sender sender) {
    complete(sent, 0, sender);
    return submission(sent);
  }

  /**
   * Holds a notification to the contract that is complete.
   *
   * @throws InvalidNotification naming all that is wrong
   */
  public Submission submission(JsonNode sent) {
    NotificationRequested request = contract.read(sent);
    Submission submission = Submission.of(request);
    if (submission.bytes().length > ReadNotification.MAX_BYTES) {
      throw ReadNotification.tooLarge();
    }
    return submission;
  }

  /** The places where ids and sources are named. */
  static List<String> chosen(JsonNode sent) {
    if (!sent.isArray()) {
      return chosen(sent, "");
    }
    return IntStream.range(0, sent.size())
        .mapToObj(i -> chosen(sent.get(i), "/" + i))
        .flatMap(List::stream)
        .limit(MOST_VIOLATIONS)
        .toList();
  }

  private static List<String> chosen(JsonNode notification, String place) {
    return Stream.of("id", "source")
        .filter(notification::has)
        .map(name -> place + '/' + name)
        .toList();
  }

  private static void complete(JsonNode sent, int index, Sender sender) {
    if (sent instanceof ObjectNode notification) {
      if (!notification.has("id")) {
        notification.put("id", sender.newId(index));
      }
      if (!notification.has("source")) {
        notification.put("source", sender.source());
      }
    }
  }

  private List<Submission> batch(JsonNode sent) {
    List<Submission> all = new ArrayList<>(sent.size());
    List<Violation> violations = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < sent.size() && violations.size() < MOST_VIOLATIONS; i++) {
      try {
        Submission submission = submission(sent.get(i));
        all.add(submission);
        if (!ids.add(submission.id())) {
          violations.add(
              new Violation("/" + i + "/id", "must not be the id of another one in the batch"));
        }
      } catch (InvalidNotification e) {
        String place = "/" + i;
        e.violations()
            .forEach(it -> violations.add(new Violation(place + it.path(), it.problem())));
      }
    }
    if (!violations.isEmpty()) {
      throw new InvalidNotification(violations);
    }
    return all;
  }
}
