package io.herald.scheduler;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.herald.backends.Backends;
import io.herald.backends.ReadTopic;
import io.herald.model.job.JobCommand;
import io.herald.model.job.JobEvent;
import io.herald.model.job.JobIds;
import io.herald.model.job.JobOwner;
import io.herald.model.job.JobState;
import io.herald.model.json.Json;
import io.herald.model.topic.Topics;
import io.herald.runtime.job.Jobs;
import io.herald.runtime.kafka.PublishRecord;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The scheduler in front of a real Kafka and Redis, with all that tests want of it: each variant is
 * a start of its own. Each test ends the jobs that it left.
 */
@SpringBootTest(
    classes = SchedulerService.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "HERALD_JOBS_QUEUE=3",
      "HERALD_JOBS_LEASE=2s",
      "HERALD_JOBS_GRACE=300ms",
      // A machine that is busy with other things answers late: none of what is tested.
      "spring.data.redis.timeout=5s"
    })
public abstract class RunningScheduler {

  protected static final Duration SOON = Duration.ofMinutes(1);
  protected static final long ADA = Instant.now().toEpochMilli();
  private static final Path FOLDER = folder();

  static {
    Awaitility.setDefaultPollInterval(Duration.ofMillis(20));
  }

  @Autowired protected PublishRecord publish;
  @Autowired protected Jobs jobs;

  @Value("${spring.kafka.bootstrap-servers}")
  private String kafka;

  @LocalServerPort private int port;
  private ReadTopic events;

  @DynamicPropertySource
  static void backends(DynamicPropertyRegistry registry) {
    registry.add("KAFKA_BOOTSTRAP_SERVERS", Backends.kafka()::bootstrapServers);
    registry.add("spring.data.redis.url", Backends.redis()::url);
    registry.add(
        "HERALD_JOBS_FILE", () -> RunningScheduler.class.getResource("/jobs.yaml").getPath());
    registry.add("HERALD_JOBS_FOLDER", FOLDER::toString);
    InstalledScripts.register(registry);
  }

  @BeforeEach
  void isReady() {
    await()
        .atMost(SOON)
        .untilAsserted(() -> {
          var readiness = get("/actuator/health/readiness");
          assertThat(readiness.statusCode()).as(readiness.body()).isEqualTo(200);
        });
    await().atMost(SOON).ignoreExceptions().until(() -> jobs.running().block(SOON) != null);
    events = new ReadTopic(kafka, Topics.JOB_EVENTS);
  }

  @AfterEach
  void endJobs() {
    unfinished().forEach(job -> cancel(job.id()));
    await().atMost(SOON).until(() -> unfinished().isEmpty());
    events.close();
  }

  /** Waits until it is known to be in that state: what is known follows what was told. */
  protected final void awaitState(String id, JobState state) {
    await()
        .untilAsserted(() ->
            assertThat(jobs.find(id).block(SOON)).extracting(JobEvent::state).isEqualTo(state));
  }

  private List<JobEvent> unfinished() {
    return java.util.stream.Stream.concat(
            jobs.queued().block(SOON).stream(), jobs.running().block(SOON).stream())
        .toList();
  }

  protected static String newId() {
    return JobIds.of(UUID.randomUUID().toString());
  }

  /** Somebody wants a job; its id. */
  protected String submit(String type, String argument) {
    String id = newId();
    publish(command(id, type, argument));
    return id;
  }

  protected static JobCommand command(String id, String type, String argument) {
    return JobCommand.submit(
        id, type, argument, new JobOwner("main", "77", null, ADA), Instant.now());
  }

  protected void cancel(String id) {
    publish(JobCommand.cancel(id, null, Instant.now()));
  }

  protected void publish(JobCommand command) {
    publish(Topics.JOBS, command.id(), Json.write(command));
  }

  protected void publish(JobEvent event) {
    publish(Topics.JOB_EVENTS, event.id(), Json.write(event));
  }

  protected void publish(String topic, String key, byte[] value) {
    publish.publish(new ProducerRecord<>(topic, key.getBytes(UTF_8), value)).block(SOON);
  }

  /** Waits until the job has come to that state, and gives the event. */
  protected JobEvent event(String id, JobState state) {
    return read(
        events.await(1, record -> isOf(record, id) && read(record).state() == state).getFirst());
  }

  /** Waits until the job is told to wait at that place. */
  protected void isToldOfItsPlace(String id, int position) {
    events.await(
        1, record -> isOf(record, id) && Objects.equals(read(record).position(), position));
  }

  /** All that was told of the job until it came to that state. */
  protected List<JobEvent> eventsUntil(String id, JobState state) {
    event(id, state);
    return events.await(1, record -> isOf(record, id)).stream()
        .map(RunningScheduler::read)
        .toList();
  }

  protected ReadTopic topic(String name) {
    return new ReadTopic(kafka, name);
  }

  protected static boolean isOf(ConsumerRecord<byte[], byte[]> record, String id) {
    return Arrays.equals(record.key(), id.getBytes(UTF_8));
  }

  private static JobEvent read(ConsumerRecord<byte[], byte[]> record) {
    return Json.read(record.value(), JobEvent.class);
  }

  protected static Path folderOf(String id) {
    return FOLDER.resolve(id);
  }

  /** Lets a program end that waits for it. */
  protected static void let(String id) throws IOException {
    Files.writeString(folderOf(id).resolve("go"), "");
  }

  /** Processes that have this in their environment. */
  protected static List<Long> processesOf(String id) throws IOException {
    byte[] mark = ("HERALD_JOB=" + id).getBytes(UTF_8);
    try (var entries = Files.list(Path.of("/proc"))) {
      return entries
          .filter(it -> it.getFileName().toString().matches("\\d+"))
          .filter(it -> contains(it.resolve("environ"), mark))
          .map(it -> Long.valueOf(it.getFileName().toString()))
          .toList();
    }
  }

  private static boolean contains(Path file, byte[] mark) {
    try {
      return new String(Files.readAllBytes(file), UTF_8).contains(new String(mark, UTF_8));
    } catch (IOException e) {
      return false;
    }
  }

  protected String metrics() throws Exception {
    return get("/actuator/prometheus").body();
  }

  protected HttpResponse<String> get(String path) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
          HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  private static Path folder() {
    try {
      // As on a server: scripts, who are users of their own, can enter it.
      return Files.setPosixFilePermissions(
          Files.createTempDirectory("herald-jobs-"), PosixFilePermissions.fromString("rwxr-xr-x"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
