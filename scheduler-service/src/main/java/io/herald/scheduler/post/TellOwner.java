package io.herald.scheduler.post;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.model.account.Account;
import io.herald.model.json.Json;
import io.herald.model.notification.NotificationDraft;
import io.herald.model.notification.NotificationRequested;
import io.herald.model.notification.Recipient;
import io.herald.model.schedule.Owner;
import io.herald.model.schedule.Post;
import io.herald.model.topic.Topics;
import io.herald.runtime.account.Accounts;
import io.herald.runtime.config.Bots;
import io.herald.runtime.kafka.PublishRecord;
import io.herald.runtime.trace.Trace;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import reactor.core.publisher.Mono;

/**
 * Tells whoever wanted a post what came of it, under an id that is made of the post's: once. Kafka
 * is gone: fails. It can't be told what their zone is: times are in UTC.
 */
final class TellOwner {

  static final String SUCCEEDED = "post.succeeded";
  static final String FAILED = "post.failed";

  private final Accounts accounts;
  private final PublishRecord publish;

  TellOwner(Accounts accounts, PublishRecord publish) {
    this.accounts = accounts;
    this.publish = publish;
  }

  Mono<Void> tell(Owner owner, Post post, Verdict verdict, Trace trace) {
    return Mono.justOrEmpty(place(owner))
        .zipWith(zone(owner))
        .map(it ->
            notification(it.getT1(), owner, WritePost.data(post, verdict, it.getT2()), verdict))
        .flatMap(news -> publish(news, trace));
  }

  /** Where the owner is told; empty: a post of the operators, which tell themselves. */
  private static Optional<Recipient> place(Owner owner) {
    if (owner.user() != null) {
      return Optional.of(Recipient.user(owner.user()));
    }
    return Optional.ofNullable(owner.chat())
        .filter(_ -> Bots.MAIN.equals(owner.bot()))
        .map(Recipient::chat);
  }

  private Mono<ZoneId> zone(Owner owner) {
    return Mono.justOrEmpty(owner.user())
        .flatMap(accounts::find)
        .map(Account::preferences)
        .map(preferences -> preferences.zone())
        .onErrorResume(_ -> Mono.empty())
        .defaultIfEmpty(ZoneOffset.UTC);
  }

  private static NotificationRequested notification(
      Recipient to, Owner owner, Map<String, Object> data, Verdict verdict) {
    String kind = verdict.isPublished() ? SUCCEEDED : FAILED;
    String id = kind + verdict.fire().substring("schedule".length());
    return new NotificationDraft(id, FirePost.SOURCE, kind, to)
        .template(kind, data)
        .thread(to.chat() == null ? null : owner.thread())
        .written();
  }

  private Mono<Void> publish(NotificationRequested news, Trace trace) {
    var record =
        new ProducerRecord<>(Topics.NOTIFICATIONS, news.key().getBytes(UTF_8), Json.write(news));
    trace.writeTo(record.headers());
    return publish.publish(record);
  }
}
