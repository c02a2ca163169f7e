package io.herald.runtime.kafka;

import io.herald.model.topic.Topics;
import java.time.Duration;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Watches whether Kafka answers, makes the missing topics once it does, and is the part of
 * readiness that Kafka decides. Kafka gone: the service is not ready, and keeps looking.
 */
public final class KafkaReachability implements SmartLifecycle, HealthIndicator {

  private static final Logger log = LoggerFactory.getLogger(KafkaReachability.class);
  private static final Duration INTERVAL = Duration.ofSeconds(2);
  private static final Duration FIRST_INTERVALS = Duration.ofMillis(250);
  private static final DescribeClusterOptions OPTIONS =
      new DescribeClusterOptions().timeoutMs(2000);

  private final Admin admin;
  private final EnsureTopics topics;
  private final PublishRecord publish;
  private final String bootstrapServers;
  private volatile boolean topicsExist;
  private volatile boolean reachable;
  private volatile boolean complained;
  private Disposable watching = Disposables.disposed();

  KafkaReachability(
      Admin admin, EnsureTopics topics, PublishRecord publish, String bootstrapServers) {
    this.admin = admin;
    this.topics = topics;
    this.publish = publish;
    this.bootstrapServers = bootstrapServers;
  }

  /** Whether Kafka answered when it was last asked. */
  boolean isReachable() {
    return reachable;
  }

  @Override
  public Health health() {
    return (reachable ? Health.up() : Health.down()).build();
  }

  @Override
  public void start() {
    // Whoever was stopped has another producer now, which knows no topic yet.
    reachable = false;
    topicsExist = false;
    watching = Mono.defer(this::look).then(pause()).repeat().subscribe();
  }

  private Mono<Void> pause() {
    return Mono.defer(() -> Mono.delay(topicsExist ? INTERVAL : FIRST_INTERVALS)).then();
  }

  private Mono<Void> look() {
    return (topicsExist ? probe() : prepare())
        .timeout(Duration.ofSeconds(5))
        .doOnSuccess(_ -> found())
        .onErrorResume(this::lost)
        .subscribeOn(Schedulers.boundedElastic());
  }

  private Mono<Void> prepare() {
    return topics
        .ensure()
        .then(publish.learn(Topics.ALL).subscribeOn(Schedulers.boundedElastic()))
        .doOnSuccess(_ -> topicsExist = true);
  }

  private Mono<Void> probe() {
    return EnsureTopics.future(() -> admin.describeCluster(OPTIONS).clusterId()).then();
  }

  private void found() {
    if (!reachable) {
      log.info("Kafka answers at {}", bootstrapServers);
    }
    reachable = true;
    complained = false;
  }

  private Mono<Void> lost(Throwable error) {
    if (!complained) {
      log.warn("{} ({}); trying on", consequence(error), reason(error));
    }
    complained = true;
    reachable = false;
    return Mono.empty();
  }

  // With an answer that refuses, the network is not what to look at.
  private String consequence(Throwable error) {
    if (error instanceof AuthenticationException) {
      return "Kafka at " + bootstrapServers + " refuses the login; see KAFKA_SASL_*, KAFKA_TLS_*";
    }
    boolean answered = error instanceof ApiException && !(error instanceof RetriableException);
    return answered
        ? "Kafka at " + bootstrapServers + " does not let the topics be made; see HERALD_TOPICS_*"
        : "Kafka does not answer at " + bootstrapServers;
  }

  private static String reason(Throwable error) {
    return error.getClass().getSimpleName();
  }

  @Override
  public void stop() {
    watching.dispose();
  }

  @Override
  public boolean isRunning() {
    return !watching.isDisposed();
  }
}
