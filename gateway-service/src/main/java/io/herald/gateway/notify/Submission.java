package io.herald.gateway.notify;

import io.herald.model.json.Json;
import io.herald.model.notification.NotificationRequested;

/**
 * A notification that keeps to the contract, as it will be published.
 *
 * @param request what is asked for
 * @param bytes the request as it goes to Kafka: equal requests are equal bytes
 * @param fingerprint SHA-256 of what makes it the same request when it is sent again
 */
public record Submission(NotificationRequested request, byte[] bytes, byte[] fingerprint) {

  /** A notification that is the same when all of it is. */
  public static Submission of(NotificationRequested request) {
    byte[] bytes = Json.canonical(request);
    return new Submission(request, bytes, NewId.sha256(bytes));
  }

  /**
   * A notification that is the same when another one is: the one that names a file by what is in
   * it.
   */
  public static Submission of(NotificationRequested request, NotificationRequested same) {
    return new Submission(request, Json.canonical(request), NewId.sha256(Json.canonical(same)));
  }

  /** The notification's id. */
  public String id() {
    return request.id();
  }
}
