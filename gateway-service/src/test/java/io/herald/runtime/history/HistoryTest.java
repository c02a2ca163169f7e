package io.herald.runtime.history;

import static io.herald.model.delivery.DeliveryStatus.FAILED;
import static io.herald.model.delivery.DeliveryStatus.PENDING;
import static io.herald.model.delivery.DeliveryStatus.RETRYING;
import static io.herald.model.delivery.DeliveryStatus.SENT;
import static io.herald.model.delivery.DeliveryStatus.SUPPRESSED;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.gateway.RunningGateway;
import io.herald.model.message.Part;
import io.herald.model.notification.Recipient;
import io.herald.runtime.contract.ReadNotification;
import io.herald.runtime.redis.NoRedis;
import io.herald.runtime.redis.RedisLink;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class HistoryTest {

  private final RedisLink redis = RunningGateway.shared().part(RedisLink.class);
  private final RecordHistory record =
      new RecordHistory(redis, new ReadNotification(), new JustAccepted(), Clock.systemUTC());
  private final History history = new History(new ReadHistory(redis), () -> Mono.just(true));
  private final Happening happening = Happening.recent();
  private final String ann = happening.user("ann");
  private final String bob = happening.user("bob");

  @Test
  void tellsWhatBecameOfANotification() {
    keep(
        happening
            .asked("Paid", Recipient.user(ann))
            .told(ann, PENDING, 20)
            .told(ann, RETRYING, 50)
            .told(ann, SENT, 90));

    NotificationView view = found(Viewer.OPERATOR);

    assertThat(view.state()).isEqualTo(NotificationState.SENT);
    assertThat(view.timings()).isEqualTo(new Timings(20L, 50L, 90L));
    assertThat(view.messages())
        .singleElement()
        .satisfies(message -> {
          assertThat(message.status()).isEqualTo(MessageState.SENT);
          assertThat(message.messageIds()).containsExactly(7L);
        });
    assertThat(view.trace())
        .extracting(StateChange::status)
        .containsExactly(MessageState.PENDING, MessageState.RETRYING, MessageState.SENT);
  }

  @RepeatedTest(5)
  void anyOrderAndAnyRepetitionGiveTheSame() {
    keep(
        happening
            .asked("Paid", Recipient.user(ann), Recipient.user(bob))
            .told(ann, PENDING, 20)
            .told(bob, PENDING, 20)
            .told(ann, SENT, 90)
            .told(bob, RETRYING, 95)
            .told(bob, FAILED, 99));
    NotificationView expected = found(Viewer.OPERATOR);
    Happening other = Happening.recent();
    String carl = other.user("carl");
    String dora = other.user("dora");
    other
        .asked("Paid", Recipient.user(carl), Recipient.user(dora))
        .told(carl, PENDING, 20)
        .told(dora, PENDING, 20)
        .told(carl, SENT, 90)
        .told(dora, RETRYING, 95)
        .told(dora, FAILED, 99);
    List<ConsumerRecord<byte[], byte[]>> shuffled = new ArrayList<>(other.records());
    shuffled.addAll(other.records());
    Collections.shuffle(shuffled, new Random());

    record.apply(shuffled).block();

    NotificationView view = history.find(Viewer.OPERATOR, other.id()).block();
    assertThat(view.state()).isEqualTo(expected.state());
    assertThat(view.counts()).isEqualTo(expected.counts());
    assertThat(view.acceptedAt()).isNotNull();
    assertThat(view.to()).containsExactly(Recipient.user(carl), Recipient.user(dora));
    assertThat(view.timings().sentMs()).isEqualTo(90);
  }

  @Test
  void aReplayedDeadLetterMayStillBeSent() {
    keep(happening.told(ann, FAILED, 10).told(ann, SENT, 900));

    assertThat(found(Viewer.OPERATOR).state()).isEqualTo(NotificationState.SENT);
  }

  @Test
  void aPersonSeesTheTitleAndOnlyWhatIsTheirs() {
    keep(
        happening
            .asked("Paid", Recipient.user(ann), Recipient.user(bob))
            .told(ann, PENDING, 5)
            .told(bob, FAILED, 9)
            .told(ann, SENT, 9));

    NotificationView view = found(Viewer.person(ann));

    assertThat(view.title()).isEqualTo("Paid");
    assertThat(view.to()).containsExactly(Recipient.user(ann));
    assertThat(view.state()).isEqualTo(NotificationState.SENT);
    assertThat(view.messages()).extracting(MessageView::user).containsOnly(ann);
    assertThat(view.trace()).hasSize(2);
    assertThat(found(Viewer.OPERATOR).title()).isNull();
    assertThat(history.find(Viewer.person("eve"), happening.id()).block()).isNull();
  }

  @Test
  void saysInPlainWordsWhyItIsNotSent() {
    keep(
        happening
            .asked("Paid", Recipient.user(ann))
            .told(ann, Part.ONLY, PENDING, 0, "quiet_hours", 5, 1));
    assertThat(found(Viewer.OPERATOR).state()).isEqualTo(NotificationState.DEFERRED);
    assertThat(found(Viewer.OPERATOR).reason()).contains("quiet hours");

    keep(happening.told(ann, Part.ONLY, SUPPRESSED, 0, "cooldown", 9, 1));
    assertThat(found(Viewer.OPERATOR).state()).isEqualTo(NotificationState.SUPPRESSED);
    assertThat(found(Viewer.OPERATOR).reason()).contains("a while ago");
  }

  @Test
  void saysInListsWhyItIsNotSent() {
    keep(
        happening
            .asked("Paid", Recipient.user(ann))
            .told(ann, Part.ONLY, FAILED, 1, "chat_not_found", 9, 1));
    var mine = new Filter(ann, null, null, null, null, null);

    for (Viewer viewer : List.of(Viewer.OPERATOR, Viewer.person(ann))) {
      assertThat(history.list(viewer, mine, null, 5).block().notifications())
          .singleElement()
          .satisfies(row -> {
            assertThat(row.reason()).isNotNull().isEqualTo(found(viewer).reason());
            assertThat(row.messages()).isEmpty();
          });
    }
  }

  @Test
  void anAudienceOfThousandsStaysBounded() {
    happening.asked("Hello", Recipient.audience("linked"));
    for (int i = 0; i < 1_500; i++) {
      happening.told(happening.user("u" + i), Part.ONLY, SENT, 1, null, 9, 1_500);
    }
    keep(happening);

    NotificationView all = found(Viewer.OPERATOR);
    assertThat(all.counts()).containsEntry(MessageState.SENT, 1_500);
    assertThat(all.messages()).hasSize(History.MESSAGES);
    assertThat(all.messagesLeftOut()).isEqualTo(1_400);
    assertThat(all.trace()).hasSize(RecordHistory.TRACE);
    NotificationView own = found(Viewer.person(happening.user("u1499")));
    assertThat(own.messages()).hasSize(1);
    assertThat(own.messagesLeftOut()).isZero();
  }

  @Test
  void listsThePagesOfAServiceNewestFirst() {
    for (int i = 0; i < 25; i++) {
      // Five at a time: what came in the same millisecond is neither lost nor doubled.
      happening.asked(happening.id() + '-' + i, i / 5, "Paid", Recipient.user(ann));
    }
    keep(happening);
    Filter ours = new Filter(null, null, null, happening.source(), null, null);
    List<String> seen = new ArrayList<>();
    Cursor after = null;
    do {
      NotificationPage page = history.list(Viewer.OPERATOR, ours, after, 10).block();
      page.notifications().forEach(view -> seen.add(view.id()));
      after = page.next() == null ? null : Cursor.parse(page.next()).orElseThrow();
    } while (after != null);

    assertThat(seen).hasSize(25).doesNotHaveDuplicates();
    assertThat(seen.getFirst()).contains("-2");
    assertThat(history.list(Viewer.person(ann), Filter.NONE, null, 100).block().notifications())
        .hasSize(25)
        .allSatisfy(view -> assertThat(view.title()).isEqualTo("Paid"));
    assertThat(history.list(Viewer.person(bob), Filter.NONE, null, 100).block().notifications())
        .isEmpty();
  }

  @Test
  void filtersByStateKindAndTime() {
    keep(happening.kind("k1").asked("Paid", Recipient.user(ann)).told(ann, SENT, 9));
    Instant accepted = found(Viewer.OPERATOR).acceptedAt();
    Instant later = accepted.plusMillis(1);

    assertThat(listed(new Filter(ann, null, null, null, null, null))).hasSize(1);
    assertThat(listed(new Filter(ann, NotificationState.SENT, "k1", null, null, null))).hasSize(1);
    assertThat(listed(new Filter(ann, NotificationState.FAILED, null, null, null, null))).isEmpty();
    assertThat(listed(new Filter(ann, null, "k2", null, null, null))).isEmpty();
    assertThat(listed(new Filter(ann, null, null, null, accepted, later))).hasSize(1);
    assertThat(listed(new Filter(ann, null, null, null, later, null))).isEmpty();
    assertThat(listed(new Filter(ann, null, null, null, null, accepted))).isEmpty();
  }

  private List<NotificationView> listed(Filter filter) {
    return history.list(Viewer.OPERATOR, filter, null, 10).block().notifications();
  }

  @Test
  void waitsForWhatWasAcceptedAMomentAgo() {
    Mono<Boolean> catchingUp =
        record.apply(happening.asked("Paid", Recipient.user(ann)).records()).thenReturn(true);
    var behind = new History(new ReadHistory(redis), () -> catchingUp);

    assertThat(behind.find(Viewer.OPERATOR, happening.id()).block().state())
        .isEqualTo(NotificationState.ACCEPTED);
  }

  @Test
  void neverSaysThatThereIsNoneBeforeItKnows() {
    var behind = new History(new ReadHistory(redis), () -> Mono.just(false));
    StepVerifier.create(behind.find(Viewer.OPERATOR, "nobody-knows"))
        .verifyError(HistoryUnknown.class);

    var without = new History(new ReadHistory(NoRedis.link()), () -> Mono.just(true));
    StepVerifier.create(without.find(Viewer.OPERATOR, "nobody-knows"))
        .verifyError(HistoryUnknown.class);
    StepVerifier.create(without.list(Viewer.OPERATOR, Filter.NONE, null, 10))
        .verifyError(HistoryUnknown.class);
  }

  @Test
  void whatIsNoNotificationChangesNone() {
    String endless = "x".repeat(100_000);
    keep(
        happening
            .asked(endless, 0, "Endless", Recipient.user(ann))
            .asked("Paid", Recipient.user(ann))
            .told(ann, SENT, 90)
            .told(bob, Part.ONLY, FAILED, 0, "malformed", 95, 1));

    assertThat(history.find(Viewer.OPERATOR, endless).block()).isNull();
    assertThat(found(Viewer.OPERATOR).state()).isEqualTo(NotificationState.SENT);
    assertThat(found(Viewer.OPERATOR).counts()).containsOnlyKeys(MessageState.SENT);
  }

  @Test
  void forgetsWhatIsOlderThanItsTopics() {
    var old = new Happening(Instant.now().minus(RecordHistory.KEPT).minus(Duration.ofMinutes(1)));
    keep(old.asked("Paid", Recipient.user(ann)));

    assertThat(history.find(Viewer.OPERATOR, old.id()).block()).isNull();
  }

  private void keep(Happening some) {
    record.apply(some.records()).block();
  }

  private NotificationView found(Viewer viewer) {
    return history.find(viewer, happening.id()).block();
  }
}
