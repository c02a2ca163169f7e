package io.herald.gateway.notify;

import io.herald.model.notification.NotificationRequested;
import io.herald.runtime.contract.InvalidNotification;
import io.herald.runtime.contract.ReadNotification;
import io.herald.runtime.contract.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
   * @param caller the source of those that do not name one
   * @param idempotencyKey what the ids of those without one are made of; empty: they are random
   * @throws InvalidNotification naming all that is wrong; of a batch, paths begin with the index
   */
  List<Submission> read(JsonNode sent, String caller, Optional<String> idempotencyKey) {
    if (!sent.isArray()) {
      return List.of(one(sent, caller, idempotencyKey));
    }
    if (sent.isEmpty() || sent.size() > MOST) {
      throw new InvalidNotification(
          List.of(new Violation("", "must be a batch of 1 to " + MOST + " notifications")));
    }
    for (int i = 0; i < sent.size(); i++) {
      complete(sent.get(i), i, caller, idempotencyKey);
    }
    return batch(sent);
  }

  /**
   * Reads one notification. Its id and source are written into it where they were left out.
   *
   * @param caller the source, if it does not name one
   * @param idempotencyKey what its id is made of, if it has none; empty: it is random
   * @throws InvalidNotification naming all that is wrong
   */
  public Submission one(JsonNode sent, String caller, Optional<String> idempotencyKey) {
    complete(sent, 0, caller, idempotencyKey);
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

  private static void complete(
      JsonNode sent, int index, String caller, Optional<String> idempotencyKey) {
    if (sent instanceof ObjectNode notification) {
      if (!notification.has("id")) {
        notification.put(
            "id",
            idempotencyKey.map(key -> NewId.derived(caller, key, index)).orElseGet(NewId::random));
      }
      if (!notification.has("source")) {
        notification.put("source", caller);
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
