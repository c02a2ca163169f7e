package io.herald.bot.progress;

import io.herald.bot.command.WriteText;
import io.herald.model.job.JobCommand;
import io.herald.model.job.JobEvent;
import io.herald.model.job.JobFailure;
import io.herald.model.job.JobOwner;
import io.herald.model.message.Button;
import io.herald.model.message.TextContent;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a job's message looks: the same event always looks the same. */
public final class ShowJob {

  private static final int LONGEST = 200;

  private final ShowResult results;

  ShowJob(ShowResult results) {
    this.results = results;
  }

  /** The whole message, as its owner sees it in that chat; its links are as old as the event. */
  public TextContent text(JobEvent event) {
    return text(event, event.at());
  }

  /** The same with links that were made at that time. */
  public TextContent text(JobEvent event, Instant linked) {
    WriteText text = new WriteText();
    switch (event.state()) {
      case QUEUED -> queued(text, event);
      case STARTED, PROGRESS -> running(text, event);
      case CANCELLING -> heading(text, "⏹ ", event).plain("\nBeing cancelled…");
      case COMPLETED -> results.write(text, event, linked);
      case FAILED -> failed(text, event);
      case CANCELLED ->
          heading(text, "🚫 ", event).plain("\nCancelled" + took(event, " after ") + '.');
    }
    return text.plain("\nJob ").code(event.id()).done();
  }

  /** What the job is, in the beginning of a message or of a line. */
  public static WriteText heading(WriteText text, String mark, JobEvent event) {
    JobCommand job = event.job();
    text.plain(mark).bold(job.type() == null ? "job" : job.type());
    // As code, a link is neither opened by accident nor shown with a preview.
    return job.argument().isEmpty()
        ? text
        : text.plain(" ").code(InWords.shortened(job.argument(), LONGEST));
  }

  /** How far it is, in one line. */
  public static String state(JobEvent event) {
    return switch (event.state()) {
      case QUEUED -> waiting(event);
      case STARTED -> "running";
      case PROGRESS -> event.progress() == null ? "running" : event.progress() + " %";
      case CANCELLING -> "being cancelled";
      case COMPLETED -> "done";
      case FAILED -> "failed";
      case CANCELLED -> "cancelled";
    };
  }

  private static String waiting(JobEvent event) {
    Integer position = event.position();
    if (position == null) {
      return "queued";
    }
    return position <= 1 ? "queued, next in line" : "queued, number " + position + " in line";
  }

  private static void queued(WriteText text, JobEvent event) {
    heading(text, "⏳ ", event)
        .plain(event.attempt() > 1 ? "\nInterrupted, and begins again: " : "\nYour job is ")
        .plain(waiting(event) + '.');
    button(text, event);
  }

  private static void running(WriteText text, JobEvent event) {
    heading(text, "▶️ ", event);
    if (event.progress() != null) {
      text.plain("\n" + InWords.bar(event.progress()));
    }
    if (event.item() != null && !event.item().isBlank()) {
      text.plain("\n" + InWords.shortened(event.item(), LONGEST));
    }
    text.plain("\nRunning" + took(event, " for "));
    if (event.attempt() > 1) {
      text.plain(" (attempt " + event.attempt() + ")");
    }
    button(text, event);
  }

  private static void failed(WriteText text, JobEvent event) {
    JobFailure failure = event.failure();
    heading(text, "❌ ", event)
        .plain("\nIt failed" + took(event, " after "))
        .plain(failure == null ? "." : ": " + InWords.shortened(failure.error(), LONGEST * 2));
    String output = failure == null || failure.output() == null ? "" : failure.output().strip();
    if (!output.isEmpty() && isPrivate(event.job().owner())) {
      text.plain("\n").block(output);
    }
  }

  // What a program complains of may name what is nobody's business in a group.
  private static boolean isPrivate(@Nullable JobOwner owner) {
    return owner != null && !owner.chat().startsWith("-") && !owner.chat().startsWith("@");
  }

  private static void button(WriteText text, JobEvent event) {
    CancelData.of(event.id()).ifPresent(data -> text.row(Button.callback("Cancel", data)));
  }

  static String took(JobEvent event, String before) {
    Instant started = event.startedAt();
    return started == null ? "" : before + InWords.duration(Duration.between(started, event.at()));
  }
}
