package io.herald.runtime.index;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import reactor.core.publisher.Mono;

/** Applies records, waiting for it, and skips those that can't be: they never stop the others. */
final class ApplyOrSkip {

  private static final Logger log = LoggerFactory.getLogger(ApplyOrSkip.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final ApplyRecords applying;
  private final IndexMetrics metrics;
  private final String index;

  ApplyOrSkip(ApplyRecords applying, IndexMetrics metrics, String index) {
    this.applying = applying;
    this.metrics = metrics;
    this.index = index;
  }

  /** Fails when they have to come again. */
  void apply(List<ConsumerRecord<byte[], byte[]>> records) {
    try {
      await(Mono.defer(() -> applying.apply(records)));
      metrics.applied(records.size());
    } catch (RuntimeException e) {
      if (isPassing(e)) {
        throw e;
      }
      applyHalves(records, e);
    }
  }

  private void applyHalves(List<ConsumerRecord<byte[], byte[]>> records, RuntimeException error) {
    if (records.size() == 1) {
      skip(records.getFirst(), error);
      return;
    }
    int half = records.size() / 2;
    apply(records.subList(0, half));
    apply(records.subList(half, records.size()));
  }

  // The text of an error may quote the record: its kind has to do.
  private void skip(ConsumerRecord<byte[], byte[]> record, RuntimeException error) {
    metrics.skipped();
    log.warn(
        "Index {} goes on without {}-{}@{}, which can't be read: {}",
        index,
        record.topic(),
        record.partition(),
        record.offset(),
        error.getClass().getSimpleName());
  }

  private static boolean isPassing(RuntimeException error) {
    return switch (error) {
      // With "ERR" and "WRONGTYPE" Redis complains of what it was told, otherwise of itself.
      case RedisCommandExecutionException refusal ->
          !String.valueOf(refusal.getMessage()).matches("(?s)(ERR|WRONGTYPE)\\b.*");
      case RedisException _, DataAccessException _, KafkaException _, TookTooLong _ -> true;
      default -> false;
    };
  }

  /** Waits on the index' own thread; null when the answer is empty. */
  static <T> @Nullable T await(Mono<T> answer) {
    try {
      return answer.toFuture().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException known
          ? known
          : new IllegalStateException(e.getCause());
    } catch (TimeoutException e) {
      throw new TookTooLong(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TookTooLong(e);
    }
  }

  /** No answer came in time. */
  private static final class TookTooLong extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TookTooLong(Exception cause) {
      super(cause);
    }
  }
}
