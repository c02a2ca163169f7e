package io.herald.scheduler.tell;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.model.job.JobEvent;
import io.herald.model.job.JobOwner;
import io.herald.model.job.JobState;
import io.herald.model.json.Json;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The line in the log for a job that ended: ids and figures, never what it was about.
 *
 * @param job its id
 * @param type its kind
 * @param user who wanted it, Telegram's id; absent: a program
 * @param chat where it is told of
 * @param state how it ended
 * @param reason why it could not be done; absent: it was not so
 * @param attempt how often it was begun
 * @param durationMs how long the last attempt ran; absent: it never began
 * @param sizeBytes size of what it made; absent: nothing
 */
record JobLine(
    String job,
    @Nullable String type,
    @Nullable Long user,
    @Nullable String chat,
    JobState state,
    @Nullable String reason,
    int attempt,
    @Nullable Long durationMs,
    @Nullable Long sizeBytes) {

  static String of(JobEvent event) {
    JobOwner owner = event.job().owner();
    Instant started = event.startedAt();
    var line =
        new JobLine(
            event.id(),
            event.job().type(),
            owner == null ? null : owner.user(),
            owner == null ? null : owner.chat(),
            event.state(),
            event.failure() == null ? null : event.failure().reason(),
            event.attempt(),
            started == null ? null : Duration.between(started, event.at()).toMillis(),
            event.result() == null ? null : event.result().sizeBytes());
    return new String(Json.write(line), UTF_8);
  }
}
