package io.herald.gateway.notify;

/**
 * What a caller gets for a notification that was accepted.
 *
 * @param id the notification's id
 * @param status where to ask what became of it
 */
public record Receipt(String id, String status) {

  /** The receipt for that notification; the contract lets in only ids that fit into a path. */
  public static Receipt of(String id) {
    return new Receipt(id, NotificationDoor.PATH + '/' + id);
  }
}
