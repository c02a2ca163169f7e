package io.herald.scheduler.post;

import io.herald.model.notification.NotificationDraft;
import io.herald.model.notification.NotificationRequested;
import io.herald.model.notification.Recipient;
import io.herald.model.schedule.Post;
import io.herald.model.schedule.PublishPost;
import io.herald.scheduler.due.FireNotification;
import io.herald.scheduler.due.FirePayload;
import io.herald.scheduler.due.Fired;
import io.herald.scheduler.due.Firing;
import reactor.core.publisher.Mono;

/**
 * Publishes a post: it goes the way of every notification, which waits for Telegram for a day.
 * Kafka is gone: fails.
 */
final class FirePost implements FirePayload<PublishPost> {

  /** What deliveries of posts have as their source. */
  static final String SOURCE = "herald-posts";

  /** What deliveries of posts have as their kind. */
  static final String KIND = "post";

  private final FireNotification notifications;

  FirePost(FireNotification notifications) {
    this.notifications = notifications;
  }

  @Override
  public Class<PublishPost> kind() {
    return PublishPost.class;
  }

  @Override
  public Mono<Fired> fire(PublishPost payload, Firing firing) {
    return notifications.publish(notification(payload.post(), firing.id()), firing);
  }

  private static NotificationRequested notification(Post post, String id) {
    return new NotificationDraft(id, SOURCE, KIND, Recipient.chat(post.target()))
        .text(post.text(), post.format())
        .photo(post.photo())
        .document(post.document())
        .buttons(post.buttons())
        .quietly(post.silent(), post.protect())
        .thread(post.thread())
        .written();
  }
}
