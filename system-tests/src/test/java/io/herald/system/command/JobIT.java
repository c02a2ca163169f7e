package io.herald.system.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.model.job.JobCommand;
import io.herald.model.job.JobEvent;
import io.herald.model.job.JobState;
import io.herald.model.json.Json;
import io.herald.model.topic.Topics;
import io.herald.system.emulator.ChatMessage;
import io.herald.system.emulator.ChatMessage.Formatting;
import io.herald.system.stack.Stack;
import io.herald.system.stack.SystemTest;
import io.herald.system.stack.Topic;
import io.herald.system.stack.Waiting;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

@SystemTest
class JobIT {

  private final Stack stack;
  private final JobChat chat;

  JobIT(Stack stack) {
    this.stack = stack;
    this.chat = new JobChat(stack);
  }

  @Test
  void oneMessageFollowsAJobToItsEnd() throws Exception {
    ChatMessage message = chat.say("/download https://slow.example/tune");

    chat.awaitWords(message, "Part ");
    ChatMessage end = chat.awaitWords(message, "A tune");

    assertThat(end.words()).contains("tune.txt", "1 min 23 s");
    assertThat(end.edits()).isBetween(2, 5);
    assertThat(end.buttons()).isEmpty();
    assertThat(chat.replies()).hasSize(1);
    HttpResponse<String> file = get(link(end), "bytes=3-4");
    assertThat(file.statusCode()).isEqualTo(206);
    assertThat(file.body()).isEqualTo("re");
    assertThat(file.headers().firstValue("Content-Disposition").orElse("")).contains("tune.txt");
  }

  @Test
  void aFailureIsToldInPlainWordsWithTheLastLines() {
    ChatMessage message = chat.say("/download https://slow.example/tune/fail");

    ChatMessage end = chat.awaitWords(message, "failed");

    assertThat(end.words()).contains("part 9 is missing");
  }

  @Test
  void cancellingEndsTheWholeTreeOfProcesses() {
    ChatMessage message = chat.say("/download https://endless.example/one");
    ChatMessage running = chat.awaitWords(message, "half of nothing");
    String job = JobChat.job(running);
    assertThat(JobProcesses.of(job)).hasSizeGreaterThanOrEqualTo(3);

    chat.press(running, "Cancel");

    chat.awaitWords(message, "Cancelled");
    assertThat(JobProcesses.of(job)).isEmpty();
  }

  @Test
  void twoIdenticalSubmissionsAreOneJob() throws IOException {
    String id = "once-" + UUID.randomUUID().toString().substring(0, 8);
    JobCommand command = JobCommand.submit(id, "once", "", null, Instant.now());

    publish(command);
    publish(command);

    Waiting.until("the job is done", () -> states(id).contains(JobState.COMPLETED));
    assertThat(states(id)).filteredOn(JobState.STARTED::equals).hasSize(1);
    assertThat(runs()).filteredOn(id::equals).hasSize(1);
  }

  @Test
  void whatItDoesNotUnderstandIsSaid() {
    assertThat(chat.say("/download https://unknown.example/x").words()).contains("slow", "endless");
    assertThat(chat.say("/download").words()).contains("Usage: /download <link>");
    assertThat(chat.say("/run nothing").words()).contains("once");
  }

  @Test
  void listsAndTellsWhatThereIs() {
    ChatMessage message = chat.say("/run once");
    chat.awaitWords(message, "Written");
    String job = JobChat.job(chat.now(message));

    assertThat(chat.say("/jobs").words()).contains(job, "once");
    assertThat(chat.say("/status " + job).words()).contains(job);
    assertThat(chat.say("/scripts").words()).contains("once");
  }

  private void publish(JobCommand command) {
    var bytes = new ByteArraySerializer();
    try (var producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", stack.broker().bootstrapServers()), bytes, bytes)) {
      producer.send(
          new ProducerRecord<>(
              Topics.JOBS, command.id().getBytes(StandardCharsets.UTF_8), Json.write(command)));
    }
  }

  private List<JobState> states(String job) {
    return Topic.read(stack.broker().bootstrapServers(), Topics.JOB_EVENTS).stream()
        .map(record -> Json.read(record.value(), JobEvent.class))
        .filter(event -> event.id().equals(job))
        .map(JobEvent::state)
        .toList();
  }

  private List<String> runs() throws IOException {
    return java.nio.file.Files.readAllLines(stack.jobs().resolve("runs.txt"));
  }

  private static URI link(ChatMessage message) {
    return message.entities().stream()
        .filter(entity -> entity.type().equals("text_link"))
        .map(Formatting::url)
        .map(URI::create)
        .findFirst()
        .orElseThrow();
  }

  private static HttpResponse<String> get(URI address, String range)
      throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(address).header("Range", range).build();
      return http.send(request, BodyHandlers.ofString());
    }
  }
}
