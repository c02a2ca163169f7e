package io.herald.bot.menu;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.bot.access.AllowList;
import io.herald.model.access.Role;
import io.herald.model.json.Json;
import io.herald.model.message.OutboundMessage;
import io.herald.model.topic.Topics;
import io.herald.runtime.config.Bots;
import io.herald.runtime.kafka.PublishRecord;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Publishes the menus of every configured bot once, at the start. Kafka away, or the admins not
 * known yet: it tries again until it works, and nothing else waits for it.
 */
final class PublishMenus implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(PublishMenus.class);
  private static final Retry UNTIL_IT_WORKS =
      Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(200)).maxBackoff(Duration.ofSeconds(5));

  private final Bots bots;
  private final AllowList allowList;
  private final WriteMenus menus;
  private final PublishRecord publish;
  private final InstantSource clock;
  private Disposable publishing = Disposables.disposed();

  PublishMenus(
      Bots bots,
      AllowList allowList,
      WriteMenus menus,
      PublishRecord publish,
      InstantSource clock) {
    this.bots = bots;
    this.allowList = allowList;
    this.menus = menus;
    this.publish = publish;
    this.clock = clock;
  }

  @Override
  public void start() {
    publishing = Mono.defer(this::publishAll).retryWhen(UNTIL_IT_WORKS).subscribe();
  }

  private Mono<Void> publishAll() {
    List<Long> admins = admins();
    return Flux.fromIterable(bots.bots().entrySet())
        .concatMapIterable(bot -> menus.write(bot.getKey(), id(bot), admins, clock.instant()))
        .concatMap(menu -> publish.publish(record(menu)))
        .then()
        .doOnSuccess(_ ->
            log.info(
                "Menus of {} bots are published, for everybody and {} admins",
                bots.bots().size(),
                admins.size()));
  }

  private List<Long> admins() {
    return allowList.named().entrySet().stream()
        .filter(person -> person.getValue() == Role.ADMIN)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The public half of a token is the bot's id. */
  private static String id(Map.Entry<String, Bots.Bot> bot) {
    return bot.getValue().token().split(":", 2)[0];
  }

  private static ProducerRecord<byte[], byte[]> record(OutboundMessage menu) {
    return new ProducerRecord<>(
        Topics.OUTBOUND_INTERACTIVE, menu.key().getBytes(UTF_8), Json.write(menu));
  }

  @Override
  public void stop() {
    publishing.dispose();
  }

  @Override
  public boolean isRunning() {
    return !publishing.isDisposed();
  }
}
