package io.herald.scheduler.queue;

import static io.herald.scheduler.queue.Keys.bytes;

import io.herald.model.job.JobEvent;
import io.herald.model.json.Json;
import io.herald.model.json.MalformedRecord;
import io.herald.runtime.index.ApplyRecords;
import io.herald.runtime.job.JobKeys;
import io.herald.runtime.redis.RedisLink;
import io.herald.runtime.redis.Script;
import io.lettuce.core.ScriptOutputType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Brings events of jobs from their topic into Redis. An older event never replaces a newer one, so
 * that whoever tells one may bring it in at once. Redis gone: the records come again.
 */
public final class JobIndex implements ApplyRecords {

  private static final Script APPLY =
      Script.of(JobIndex.class, ScriptOutputType.INTEGER, "apply.lua");
  private static final byte[] NOBODY = new byte[0];
  // Redis does nothing else meanwhile: about 1 ms.
  private static final int AT_ONCE = 50;

  private final RedisLink redis;

  JobIndex(RedisLink redis) {
    this.redis = redis;
  }

  @Override
  public Mono<Void> apply(List<ConsumerRecord<byte[], byte[]>> records) {
    return Flux.fromIterable(records)
        .map(JobIndex::entry)
        .buffer(AT_ONCE)
        .concatMap(this::bringIn)
        .then();
  }

  /** Brings in what was just told; completes as well when the index holds a newer event. */
  public Mono<Void> bringIn(JobEvent event, byte[] json, RecordMetadata lies) {
    var entry = new Entry(event, json, lies.partition(), lies.offset(), lies.timestamp());
    return bringIn(List.of(entry));
  }

  private Mono<Void> bringIn(List<Entry> entries) {
    List<byte[]> arguments = new ArrayList<>(List.of(JobKeys.JOBS, JobKeys.USERS));
    entries.forEach(entry -> entry.addTo(arguments));
    return redis
        .ask(commands -> APPLY.<Long>run(commands, Keys.APPLY, arguments.toArray(byte[][]::new)))
        .then();
  }

  private static Entry entry(ConsumerRecord<byte[], byte[]> record) {
    if (record.value() == null) {
      throw new MalformedRecord("an event of a job without a value", null);
    }
    JobEvent event = Json.read(record.value(), JobEvent.class);
    if (!Arrays.equals(bytes(event.id()), record.key())) {
      throw new MalformedRecord("an event under a key that is not its job", null);
    }
    return new Entry(
        event, record.value(), record.partition(), record.offset(), record.timestamp());
  }

  /**
   * One event.
   *
   * @param millis when it was written, since the epoch
   */
  private record Entry(JobEvent event, byte[] json, int partition, long offset, long millis) {

    void addTo(List<byte[]> arguments) {
      arguments.add(bytes(event.id()));
      arguments.add(bytes(partition));
      arguments.add(bytes(offset));
      arguments.add(bytes(Math.max(0, millis)));
      arguments.add(bytes(event.state().name()));
      arguments.add(bytes(event.attempt()));
      arguments.add(bytes(String.valueOf(event.job().type())));
      arguments.add(bytes(event.at().toEpochMilli()));
      arguments.add(event.job().owner() == null ? NOBODY : bytes(event.job().owner().user()));
      arguments.add(json);
    }
  }
}
