package io.herald.scheduler.due;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.model.account.Account;
import io.herald.model.account.TelegramLink;
import io.herald.model.job.JobCommand;
import io.herald.model.job.JobIds;
import io.herald.model.job.JobOwner;
import io.herald.model.json.Json;
import io.herald.model.schedule.Owner;
import io.herald.model.schedule.RunScript;
import io.herald.model.topic.Topics;
import io.herald.runtime.account.Accounts;
import io.herald.runtime.kafka.PublishRecord;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Has a script run as a job, whose id is made of the fire's: the same job, however often it is
 * fired. What it wants told then goes the way of every job. Kafka is gone: fails; so it does while
 * it is not known which chat the person has linked.
 */
final class FireScript implements FirePayload<RunScript> {

  private final PublishRecord publish;
  private final Accounts accounts;

  FireScript(PublishRecord publish, Accounts accounts) {
    this.publish = publish;
    this.accounts = accounts;
  }

  @Override
  public Class<RunScript> kind() {
    return RunScript.class;
  }

  @Override
  public Mono<Fired> fire(RunScript payload, Firing firing) {
    return owner(firing.schedule().owner())
        .map(Optional::of)
        .defaultIfEmpty(Optional.empty())
        .flatMap(owner -> publish(payload, firing, owner.orElse(null)))
        .thenReturn(Fired.ON_ITS_WAY);
  }

  private Mono<Void> publish(RunScript payload, Firing firing, @Nullable JobOwner owner) {
    String id = JobIds.of(firing.id());
    JobCommand job =
        JobCommand.submit(id, payload.script(), payload.argument(), owner, firing.at())
            .by(firing.schedule().id());
    var record = new ProducerRecord<>(Topics.JOBS, id.getBytes(UTF_8), Json.write(job));
    firing.trace().writeTo(record.headers());
    return publish.publish(record);
  }

  /** The chat in which it was made, or else that which its person has linked; empty: none. */
  private Mono<JobOwner> owner(Owner owner) {
    String bot = owner.bot();
    String chat = owner.chat();
    Long user = owner.telegramUser();
    if (bot != null && chat != null && user != null) {
      return Mono.just(new JobOwner(bot, chat, owner.thread(), user));
    }
    return owner.user() == null
        ? Mono.empty()
        : accounts.find(owner.user()).mapNotNull(FireScript::owner);
  }

  private static @Nullable JobOwner owner(Account account) {
    TelegramLink link = account.link();
    return link == null
        ? null
        : new JobOwner(link.bot(), link.chat(), null, Long.parseLong(link.chat()));
  }
}
