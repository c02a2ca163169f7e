package io.herald.scheduler.post;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.model.delivery.DeliveryEvent;
import io.herald.model.delivery.DeliveryStatus;
import io.herald.model.json.Json;
import io.herald.model.message.Origin;
import io.herald.model.message.Part;
import io.herald.model.notification.NotificationRequested;
import io.herald.model.schedule.At;
import io.herald.model.schedule.Owner;
import io.herald.model.schedule.Post;
import io.herald.model.schedule.PublishPost;
import io.herald.model.schedule.RunOutcome;
import io.herald.model.schedule.Schedule;
import io.herald.model.topic.Lane;
import io.herald.model.topic.Topics;
import io.herald.scheduler.RunningDay;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Posts from their time until their owner is told. */
class PostsTest extends RunningDay {

  private final String channel = "@c" + newId();

  @Test
  void isPublishedAtItsTimeAndItsOwnerIsTold() {
    Schedule post = save(clock.instant().plus(Duration.ofMinutes(5)));
    assertThat(schedules.view(post.id()).block(SOON).last()).isNull();

    clock.turn(Duration.ofMinutes(5));
    NotificationRequested sent = told("chat:" + channel, 1).getFirst();
    assertThat(sent.id()).startsWith("schedule:" + post.id() + ':');
    assertThat(sent.text()).isEqualTo("Our summer sale");
    deliver(sent.id(), DeliveryStatus.SENT, Part.ONLY, null);

    NotificationRequested news = told("user:" + user, 1).getFirst();
    assertThat(news.kind()).isEqualTo("post.succeeded");
    assertThat(news.id()).isEqualTo("post.succeeded:" + sent.id().substring(9));
    assertThat(news.template()).isEqualTo("post.succeeded");
    assertThat(news.data())
        .containsEntry("account", channel)
        .containsEntry("excerpt", "Our summer sale")
        .containsEntry("url", "https://t.me/" + channel.substring(1) + "/77");
    lastRun(post, run -> run.outcome() == RunOutcome.COMPLETED);
  }

  @Test
  void itsOwnerIsToldWhyItFailedUnderTheSameIdEachTime() {
    Schedule post = save(clock.instant());
    String id = told("chat:" + channel, 1).getFirst().id();

    deliver(id, DeliveryStatus.RETRYING, Part.ONLY, "timeout");
    deliver(id, DeliveryStatus.FAILED, Part.ONLY, "chat not found");
    deliver(id, DeliveryStatus.FAILED, Part.ONLY, "chat not found");

    List<NotificationRequested> news = told("user:" + user, 2);
    assertThat(news).extracting(NotificationRequested::kind).containsOnly("post.failed");
    assertThat(news).extracting(NotificationRequested::id).containsOnly(news.getFirst().id());
    assertThat(news.getFirst().data()).containsEntry("error", "chat not found");
    lastRun(post, run -> "chat not found".equals(run.reason()));
  }

  @Test
  void aLongPostOfWhichAPartFailedHasFailed() {
    Schedule post = save(clock.instant());
    String id = told("chat:" + channel, 1).getFirst().id();

    deliver(id, DeliveryStatus.FAILED, new Part(1, 2), "too long");
    lastRun(post, run -> run.outcome() == RunOutcome.FAILED);
    deliver(id, DeliveryStatus.SENT, new Part(2, 2), null);
    deliver(id, DeliveryStatus.FAILED, new Part(1, 2), "too long");

    assertThat(told("user:" + user, 2))
        .extracting(NotificationRequested::kind)
        .containsExactly("post.failed", "post.failed");
  }

  @Test
  void itsOwnerIsToldThatItsTimeWasMissed() {
    Schedule post = save(clock.instant().minus(Duration.ofHours(2)));

    NotificationRequested news = told("user:" + user, 1).getFirst();

    assertThat(news.kind()).isEqualTo("post.failed");
    assertThat(String.valueOf(news.data().get("error"))).contains("missed by more than 1h");
    lastRun(post, run -> run.outcome() == RunOutcome.SKIPPED);
  }

  @Test
  void deliveriesOfOtherThingsAndOfDeletedPostsTellNobody() {
    Schedule post = save(clock.instant());
    String id = told("chat:" + channel, 1).getFirst().id();
    schedules.delete(post.id()).block(SOON);
    deliver(id, DeliveryStatus.SENT, Part.ONLY, null);
    deliver("schedule:x", DeliveryStatus.SENT, Part.ONLY, null);
    deliver("post", DeliveryStatus.FAILED, Part.ONLY, "no");

    Schedule other = save(clock.instant());
    String otherId = told("chat:" + channel, 2).getLast().id();
    deliver(otherId, DeliveryStatus.SENT, Part.ONLY, null);

    assertThat(told("user:" + user, 1))
        .hasSize(1)
        .first()
        .satisfies(it -> assertThat(it.id()).contains(other.id()));
  }

  private Schedule save(Instant at) {
    var post = new PublishPost(Post.text(channel, "Our summer sale"));
    var schedule =
        Schedule.of("post:" + newId(), Owner.user(user), "Sale", new At(at), post, clock.instant());
    return schedules.save(schedule).block(SOON);
  }

  private void deliver(String id, DeliveryStatus status, Part part, @Nullable String error) {
    var event =
        new DeliveryEvent(
            DeliveryEvent.SCHEMA_VERSION,
            id,
            id + ":" + part.index(),
            part,
            "main",
            channel,
            Lane.STANDARD,
            status,
            1,
            10,
            status == DeliveryStatus.SENT ? List.of(77L) : List.of(),
            error == null ? null : "rejected",
            error,
            List.of(),
            clock.instant(),
            new Origin("herald-posts", "post", null),
            part.count());
    publish(Topics.DELIVERIES, id, Json.write(event));
  }
}
