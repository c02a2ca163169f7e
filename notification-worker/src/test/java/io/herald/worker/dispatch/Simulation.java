package io.herald.worker.dispatch;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.model.delivery.DeliveryEvent;
import io.herald.model.json.Json;
import io.herald.model.message.Content;
import io.herald.model.message.OnUnknown;
import io.herald.model.message.OutboundMessage;
import io.herald.model.message.TextContent;
import io.herald.model.topic.Lane;
import io.herald.model.topic.Topics;
import io.herald.runtime.kafka.DeadLetters;
import io.herald.runtime.kafka.PublishRecord;
import io.herald.runtime.kafka.Received;
import io.herald.runtime.trace.Traces;
import io.herald.telegram.flood.Ceilings;
import io.herald.telegram.ladder.Downgrade;
import io.herald.worker.admission.LocalAdmission;
import io.herald.worker.bot.SendingBot;
import io.herald.worker.bot.SendingBots;
import io.herald.worker.control.Leave;
import io.herald.worker.deliver.Attempt;
import io.herald.worker.deliver.Circuit;
import io.herald.worker.deliver.Conclude;
import io.herald.worker.deliver.DecideNext;
import io.herald.worker.deliver.MakeCall;
import io.herald.worker.deliver.Shelf;
import io.herald.worker.report.RouteFailures;
import io.herald.worker.report.TellDelivery;
import io.herald.worker.report.WorkerMetrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.mock.MockProducerFactory;
import reactor.test.scheduler.VirtualTimeScheduler;

/** The dispatcher with everything real but Kafka, Telegram and time. */
final class Simulation {

  final VirtualTimeScheduler time = VirtualTimeScheduler.create();
  final ModelTelegram telegram = new ModelTelegram(time);
  final Circuit circuit = new Circuit(new VirtualClock(time));
  final Backlog backlog = new Backlog();
  final Assignment assignment = new Assignment(0);
  final Map<String, Leave> leave = new HashMap<>();
  final List<String> finished = new ArrayList<>();
  final MockProducer<byte[], byte[]> kafka =
      new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer()) {
        // The template gives its producer back after every record.
        @Override
        public void close(Duration timeout) {}
      };
  final Dispatcher dispatcher;

  private final Set<String> readBack = new HashSet<>();
  private final Map<Long, Entry> read = new HashMap<>();
  private final List<DeliveryEvent> told = new ArrayList<>();
  private long offset;
  private int readTo;
  int rereads;

  Simulation(int calls) {
    this(calls, Ceilings.PUBLISHED);
  }

  Simulation(int calls, Ceilings ceilings) {
    time.advanceTimeBy(Duration.ofSeconds(1_000_000));
    var admission = new LocalAdmission(ceilings, () -> time.now(TimeUnit.MICROSECONDS));
    var meters = new SimpleMeterRegistry();
    var metrics = new WorkerMetrics(meters, RouteFailures.NONE);
    var publish = new PublishRecord(new KafkaTemplate<>(new MockProducerFactory<>(() -> kafka)));
    var letters = new DeadLetters(publish, meters);
    var decideNext = new DecideNext(new Downgrade());
    dispatcher =
        new Dispatcher(
            new Loop(time),
            admission,
            new MakeCall(admission, admission, circuit, metrics, decideNext, this::now),
            new Conclude(publish, letters, new TellDelivery(publish), metrics, this::now),
            new Means(
                new SendingBots(Map.of("main", new SendingBot("main", telegram))),
                circuit,
                backlog,
                this::reread,
                notification -> leave.getOrDefault(notification, Leave.GIVEN),
                calls));
  }

  Instant now() {
    return Instant.ofEpochMilli(millis());
  }

  long millis() {
    return time.now(TimeUnit.MILLISECONDS);
  }

  OutboundMessage text(String chat, String text) {
    return message(chat, text, TextContent.plain(text));
  }

  OutboundMessage message(String chat, String id, Content content) {
    Instant expiry = now().plus(Duration.ofHours(24));
    return new OutboundMessage(
        "1.1.0", chat + '/' + id, "main", chat, content, now(), expiry, OnUnknown.RESEND);
  }

  /** The same as a part of that notification. */
  OutboundMessage of(String notification, OutboundMessage message) {
    return new OutboundMessage(
        message.schemaVersion(),
        message.id(),
        message.bot(),
        message.chat(),
        message.content(),
        message.createdAt(),
        message.expiresAt(),
        message.onUnknown(),
        notification,
        message.part(),
        message.replaceKey(),
        message.options(),
        message.origin());
  }

  void send(Lane lane, OutboundMessage... messages) {
    List<Entry> entries = new ArrayList<>();
    for (OutboundMessage message : messages) {
      entries.add(entry(lane, message, Shelf.LANE, 0, new RecordHeaders()));
    }
    dispatcher.accept(entries);
    time.advanceTime();
  }

  private CompletionStage<List<Entry>> reread(List<Deferred> messages) {
    rereads++;
    return CompletableFuture.completedFuture(
        messages.stream().map(it -> read.get(it.offset())).toList());
  }

  private Entry entry(Lane lane, OutboundMessage message, Shelf shelf, long due, Headers headers) {
    Entry entry = made(lane, message, shelf, due, headers);
    read.put(offset++, made(lane, message, shelf, due, headers));
    backlog.add(entry);
    return entry;
  }

  private Entry made(Lane lane, OutboundMessage message, Shelf shelf, long due, Headers headers) {
    var record =
        new ConsumerRecord<>(
            shelf.topic(lane), 0, offset, message.key().getBytes(UTF_8), Json.write(message));
    headers.forEach(record.headers()::add);
    var received = new Received(record, Traces.NOOP.resume("test", record.headers()));
    var entry =
        new Entry(
            received,
            Attempt.first(message),
            lane,
            shelf,
            due,
            assignment,
            () -> finished.add(shelf + " " + message.id()));
    return entry;
  }

  /** Lets time pass in small steps; what is put on a shelf is read back like from Kafka. */
  void pass(Duration duration) {
    long end = millis() + duration.toMillis();
    while (millis() < end) {
      time.advanceTimeBy(Duration.ofMillis(Math.min(100, end - millis())));
      readBackFromShelves();
    }
  }

  private void readBackFromShelves() {
    List<ProducerRecord<byte[], byte[]>> history = kafka.history();
    for (; readTo < history.size(); readTo++) {
      ProducerRecord<byte[], byte[]> record = history.get(readTo);
      shelf(record.topic()).ifPresent(shelf -> readBack(shelf, record));
    }
  }

  private static Optional<Shelf> shelf(String topic) {
    return Stream.of(Shelf.MINUTE, Shelf.TEN_MINUTES, Shelf.HOUR)
        .filter(shelf -> shelf.topic(Lane.BULK).equals(topic))
        .findFirst();
  }

  private void readBack(Shelf shelf, ProducerRecord<byte[], byte[]> record) {
    var message = Json.read(record.value(), OutboundMessage.class);
    String due = new String(record.headers().lastHeader("due-at").value(), UTF_8);
    if (readBack.add(shelf + message.id() + due)) {
      Lane lane = lane(new String(record.headers().lastHeader("lane").value(), UTF_8));
      dispatcher.accept(
          List.of(entry(lane, message, shelf, Long.parseLong(due), record.headers())));
      time.advanceTime();
    }
  }

  private static Lane lane(String word) {
    return Lane.valueOf(word.toUpperCase());
  }

  List<ProducerRecord<byte[], byte[]>> published(String topic) {
    return kafka.history().stream().filter(record -> record.topic().equals(topic)).toList();
  }

  /** What was told about that message, in order: states, each with its error class. */
  List<String> told(OutboundMessage message) {
    List<ProducerRecord<byte[], byte[]>> deliveries = published(Topics.DELIVERIES);
    deliveries.stream()
        .skip(told.size())
        .map(record -> Json.read(record.value(), DeliveryEvent.class))
        .forEach(told::add);
    return told.stream()
        .filter(event -> event.messageId().equals(message.id()))
        .map(event -> event.status() + (event.errorClass() == null ? "" : " " + event.errorClass()))
        .toList();
  }
}
