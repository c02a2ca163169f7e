package io.herald.bot.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.backends.ReadTopic;
import io.herald.bot.RunningBot;
import io.herald.bot.progress.Happened;
import io.herald.model.job.JobAction;
import io.herald.model.job.JobCommand;
import io.herald.model.job.JobEvent;
import io.herald.model.job.JobIds;
import io.herald.model.job.JobOwner;
import io.herald.model.json.Json;
import io.herald.model.message.CallbackAnswer;
import io.herald.model.message.OutboundMessage;
import io.herald.model.topic.Topics;
import io.herald.runtime.index.IndexSpec;
import io.herald.runtime.job.JobKeys;
import io.herald.runtime.job.JobType;
import io.herald.runtime.redis.RedisLink;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class JobsInChatTest extends RunningBot {

  private static final long PERSON = 42;
  private static final long ADMIN = 43;
  private static final String LINK = "https://example.org/album";

  private final String job = "j" + NUMBERS.incrementAndGet();
  @Autowired private RedisLink redis;

  /** As the scheduler does it. */
  @BeforeEach
  void aSchedulerRuns() {
    var types =
        List.of(
            JobType.job("album", "Albums of example.org", "https://example\\.org/.+", false),
            JobType.job("hello", "Says hello", null, false),
            JobType.job("secret", "For admins", null, true));
    redis.ask(commands -> commands.set(JobKeys.TYPES, Json.write(types))).block(SOON);
    byte[] complete = IndexSpec.COMPLETE.getBytes(UTF_8);
    redis.ask(commands -> commands.hset(JobKeys.PLACE, complete, complete)).block(SOON);
  }

  @Test
  void aLinkBecomesAJobAndAMessageThatTellsOfIt() {
    long update = says(PERSON, "/download " + LINK);

    String id = JobIds.of("update:main:" + update);
    OutboundMessage told = reply(1);
    assertThat(told.replaceKey()).isEqualTo("job:" + id);
    assertThat(text(1).text()).contains("album " + LINK).contains("queued").contains(id);
    assertThat(text(1).keyboard()).hasSize(1);
    JobCommand wanted = wanted(id, 1).getFirst();
    assertThat(wanted)
        .isEqualTo(
            JobCommand.submit(
                id, "album", LINK, new JobOwner("main", String.valueOf(chat), null, PERSON), NOON));
  }

  @Test
  void theSameUpdateAgainIsTheSameJob() {
    long update = says(PERSON, "/run hello");
    publish(update, said(update, PERSON, "/run hello"));

    assertThat(replies(2).getFirst().value()).isEqualTo(replies(2).getLast().value());
    List<JobCommand> wanted = wanted(JobIds.of("update:main:" + update), 2);
    assertThat(wanted.getFirst()).isEqualTo(wanted.getLast());
  }

  @Test
  void aLinkThatNobodyUnderstandsIsAnsweredWithWhatIs() {
    says(PERSON, "/download https://example.com/");
    assertThat(text(1).text())
        .contains("can't do anything")
        .contains("album – Albums of example.org")
        .doesNotContain("hello");
  }

  @Test
  void scriptsAreListedForThoseWhoMayRunThem() {
    says(PERSON, "/scripts");
    assertThat(text(1).text()).contains("hello – Says hello").doesNotContain("secret", "album");
    says(ADMIN, "/scripts");
    assertThat(text(2).text()).contains("hello", "secret");
    says(PERSON, "/run secret");
    assertThat(text(3).text()).contains("no script of that name").contains("hello");
    says(PERSON, "/run hello world");
    assertThat(text(4).text()).contains("takes nothing");
  }

  @Test
  void aScriptRunsAtThePressOfItsButton() {
    says(PERSON, "/scripts");
    assertThat(text(1).keyboard()).hasSize(1);

    long update = presses(PERSON, button(1));

    String id = JobIds.of("update:main:" + update);
    assertThat(wanted(id, 1).getFirst().type()).isEqualTo("hello");
    assertThat(wanted(id, 1).getFirst().owner().user()).isEqualTo(PERSON);
    assertThat(reply(2).replaceKey()).isEqualTo("job:" + id);
    assertThat(((CallbackAnswer) reply(3).content()).text()).isEqualTo("Running hello");
  }

  @Test
  void aButtonOfAScriptForAdminsRunsNothingForOthers() {
    says(ADMIN, "/scripts");
    presses(PERSON, text(1).keyboard().getFirst().get(1).callbackData());

    assertThat(((CallbackAnswer) reply(2).content()).text())
        .isEqualTo("There is no such script any more.");
  }

  @Test
  void peopleSeeTheirOwnJobs() {
    long person = NUMBERS.incrementAndGet();
    index(Happened.to(job, String.valueOf(chat), PERSON).progress(10, 42, "A song"));
    index(Happened.to(job + "x", String.valueOf(chat), person).started());

    says(PERSON, "/jobs");
    assertThat(text(1).text()).contains(job + " download " + LINK + " – 42 %");
    assertThat(text(1).text()).doesNotContain(job + "x");
    says(PERSON, "/status " + job);
    assertThat(text(2).text()).contains("A song");
    says(PERSON, "/status " + job + "x");
    assertThat(text(3).text()).contains("I know no job " + job + "x");
    says(ADMIN, "/status " + job + "x");
    assertThat(text(4).text()).contains("Running");
    says(PERSON, "/status");
    assertThat(text(5).text()).contains("Waiting or running").contains(job);
  }

  @Test
  void anOwnJobIsCancelledByItsIdAndByItsButton() {
    index(Happened.to(job, String.valueOf(chat), PERSON).started());

    says(PERSON, "/cancel " + job);
    assertThat(text(1).text()).contains("Cancelling job " + job);
    says(PERSON, "/status " + job);
    presses(PERSON, button(2));
    assertThat(((CallbackAnswer) reply(3).content()).text()).isEqualTo("Cancelling…");
    List<JobCommand> wanted = wanted(job, 2);
    assertThat(wanted).allMatch(it -> it.action() == JobAction.CANCEL);
    assertThat(wanted.getFirst().owner().user()).isEqualTo(PERSON);
  }

  @Test
  void anothersJobIsNotCancelledButByAdmins() {
    index(Happened.to(job, String.valueOf(chat), NUMBERS.incrementAndGet()).started());

    says(PERSON, "/cancel " + job);
    assertThat(text(1).text()).contains("I know no job");
    says(ADMIN, "/status " + job);
    presses(PERSON, button(2));
    assertThat(((CallbackAnswer) reply(3).content()).text()).contains("Only who started");
    says(ADMIN, "/cancel " + job);
    assertThat(text(4).text()).contains("Cancelling");
    assertThat(wanted(job, 1)).hasSize(1);
  }

  @Test
  void whatHasEndedIsNotCancelled() {
    index(Happened.to(job, String.valueOf(chat), PERSON).completed());

    says(PERSON, "/cancel " + job);
    assertThat(text(1).text()).contains("has ended already: it is done");
  }

  private String button(int number) {
    return text(number).keyboard().getFirst().getFirst().callbackData();
  }

  private void index(JobEvent event) {
    byte[] id = event.id().getBytes(UTF_8);
    byte[] key = (new String(JobKeys.JOBS, UTF_8) + event.id()).getBytes(UTF_8);
    byte[] json = Json.write(event);
    byte[] owner = (new String(JobKeys.USERS, UTF_8) + event.job().owner().user()).getBytes(UTF_8);
    redis.ask(commands -> commands.hset(key, "json".getBytes(UTF_8), json)).block(SOON);
    redis.ask(commands -> commands.zadd(owner, (double) chat, id)).block(SOON);
  }

  private List<JobCommand> wanted(String id, int count) {
    try (ReadTopic jobs = new ReadTopic(kafka, Topics.JOBS)) {
      return jobs.await(count, record -> id.equals(new String(record.key(), UTF_8))).stream()
          .map(ConsumerRecord::value)
          .map(json -> Json.read(json, JobCommand.class))
          .toList();
    }
  }
}
