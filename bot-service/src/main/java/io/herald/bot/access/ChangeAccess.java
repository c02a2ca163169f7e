package io.herald.bot.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.bot.update.Chat;
import io.herald.bot.update.Person;
import io.herald.bot.update.Update;
import io.herald.model.access.AccessChange;
import io.herald.model.access.Role;
import io.herald.model.json.Json;
import io.herald.model.topic.Topics;
import io.herald.runtime.kafka.PublishRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import reactor.core.publisher.Mono;

/**
 * Says what somebody may from now on; every replica follows within moments. Kafka is gone: fails
 * with its error, and nothing has changed.
 */
public final class ChangeAccess {

  private final AllowList list;
  private final PublishRecord publish;
  private final AuditLog auditLog;

  ChangeAccess(AllowList list, PublishRecord publish, AuditLog auditLog) {
    this.list = list;
    this.publish = publish;
    this.auditLog = auditLog;
  }

  /**
   * Completes when it is durable and noted in the audit log. When an admin said something newer, it
   * stays at that: an update may be handled twice, and late.
   */
  public Mono<Void> change(Update update, Chat chat, Person by, long user, Role role) {
    var change =
        new AccessChange(AccessChange.SCHEMA_VERSION, user, role, by.id(), update.receivedAt());
    boolean isOld = list.lastChange(user).filter(it -> it.at().isAfter(change.at())).isPresent();
    return isOld
        ? Mono.empty()
        : publish
            .publish(record(change))
            .doOnSuccess(_ -> auditLog.changed(update, chat, by, user, role));
  }

  private static ProducerRecord<byte[], byte[]> record(AccessChange change) {
    byte[] key = String.valueOf(change.user()).getBytes(UTF_8);
    return new ProducerRecord<>(Topics.ACCESS, key, Json.write(change));
  }
}
