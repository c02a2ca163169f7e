package io.herald.system.notify;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.model.account.Account;
import io.herald.model.account.TelegramLink;
import io.herald.model.json.Json;
import io.herald.model.topic.Topics;
import io.herald.system.stack.Stack;
import io.herald.system.stack.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Links thousands of people at once, by their record on Kafka. */
final class PublishAccounts {

  private static final Pattern RECORDS =
      Pattern.compile("herald_index_records_total\\{.*index=\"accounts\"");

  private PublishAccounts() {}

  /** The user who has linked that chat. */
  static String user(long chat) {
    return String.format(Locale.ROOT, "user-%010d", chat);
  }

  /** Links every chat to a user of its own; returns when the index has them. */
  static void link(Stack stack, List<Long> chats) {
    double before = stack.gateway().metric(RECORDS);
    var bytes = new ByteArraySerializer();
    try (var producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", stack.broker().bootstrapServers(), "linger.ms", "20"),
            bytes,
            bytes)) {
      for (long chat : chats) {
        var link =
            new TelegramLink("main", String.valueOf(chat), null, "Person " + chat, Instant.now());
        Account account = Account.of(user(chat)).withLink(link);
        producer.send(
            new ProducerRecord<>(
                Topics.ACCOUNTS, account.user().getBytes(UTF_8), Json.write(account)));
      }
    }
    Waiting.until(
        "all are linked",
        Duration.ofSeconds(60),
        () -> stack.gateway().metric(RECORDS) >= before + chats.size());
  }
}
