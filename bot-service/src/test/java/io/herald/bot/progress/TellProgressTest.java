package io.herald.bot.progress;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.bot.RunningBot;
import io.herald.model.job.JobEvent;
import io.herald.model.job.JobFile;
import io.herald.model.json.Json;
import io.herald.model.message.OutboundMessage;
import io.herald.model.message.TextContent;
import io.herald.model.topic.Topics;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class TellProgressTest extends RunningBot {

  private final String job = "j" + NUMBERS.incrementAndGet();
  private final Happened happened = Happened.to(job, String.valueOf(chat), 42);

  @Test
  void editsOneMessageAndTellsTheEndAtOnce() {
    happens(happened.queued(1), happened.started());
    for (int percent = 1; percent <= 99; percent++) {
      happens(happened.progress(percent, percent, "Song " + percent));
    }
    Instant before = Instant.now();
    happens(happened.completed());

    List<OutboundMessage> told = untilTold("done in");
    assertThat(Instant.now()).isBefore(before.plus(Turns.EVERY));
    assertThat(told).hasSizeLessThanOrEqualTo(3);
    assertThat(told)
        .allSatisfy(message -> assertThat(message.replaceKey()).isEqualTo("job:" + job));
    assertThat(told).extracting(OutboundMessage::id).doesNotHaveDuplicates();
  }

  @Test
  void theLatestIsToldWhenItIsTheChatsTurnAgain() {
    happens(happened.queued(2), happened.started(), happened.progress(10, 10, "First"));
    happens(happened.progress(20, 20, "Second"));

    List<OutboundMessage> told = untilTold("20 %");
    assertThat(told).hasSizeLessThanOrEqualTo(2);
    assertThat(text(told.getLast())).contains("Second");
  }

  @Test
  void nothingOfAJobIsToldAfterItsEnd() {
    happens(happened.started(), happened.cancelled());
    untilTold("Cancelled after");
    Happened other = Happened.to(job + "x", String.valueOf(chat), 42);
    happens(happened.progress(50, 50, "Late"), other.progress(10, 10, "Of another"));

    // Whoever has waited longer is told first: the late one would have been.
    assertThat(untilTold("Of another")).noneMatch(message -> text(message).contains("Late"));
  }

  @Test
  void ofAScheduleOnlyFilesAreTold() {
    var quiet = new Happened(happened.job().by("every-minute"));
    happens(quiet.queued(1), quiet.started(), quiet.failed("No.", null), quiet.completed());
    happens(quiet.completed(new JobFile("report.txt", 5)));

    List<OutboundMessage> told = untilTold("report.txt");
    assertThat(told).hasSize(1);
  }

  @Test
  void aReplayOfTheEndIsTheSameMessage() {
    happens(happened.cancelled(), happened.cancelled());

    assertThat(untilTold("Cancelled after", 2))
        .extracting(OutboundMessage::id)
        .hasSize(2)
        .containsOnly(message(replies(2).getFirst()).id());
  }

  @Test
  void theEndOfOneJobDoesNotWaitForTheProgressOfAnother() {
    Happened other = Happened.to(job + "x", String.valueOf(chat), 42);
    happens(other.started(), happened.started(), other.progress(10, 10, "Slow"));
    happens(happened.failed("it broke", "the last line"));

    assertThat(text(untilTold("it broke").getLast())).contains("the last line");
  }

  // All in one partition, so that events of different jobs come in order as well.
  private void happens(JobEvent... events) {
    for (JobEvent event : events) {
      byte[] key = event.id().getBytes(UTF_8);
      publish
          .publish(new ProducerRecord<>(Topics.JOB_EVENTS, 0, key, Json.write(event)))
          .block(SOON);
    }
  }

  private List<OutboundMessage> untilTold(String words) {
    return untilTold(words, 1);
  }

  private List<OutboundMessage> untilTold(String words, int times) {
    List<OutboundMessage> told = List.of();
    while (told.stream().filter(it -> text(it).contains(words)).count() < times) {
      told = replies(told.size() + 1).stream().map(RunningBot::message).toList();
    }
    return told;
  }

  private static String text(OutboundMessage message) {
    return ((TextContent) message.content()).text();
  }
}
