package io.herald.scheduler.script;

import io.herald.model.job.JobCommand;
import io.herald.model.job.JobEvent;
import io.herald.model.job.JobFailure;
import io.herald.model.job.JobOwner;
import io.herald.model.job.ScriptOutput;
import io.herald.model.json.Json;
import io.herald.model.notification.Attachment;
import io.herald.model.notification.NotificationDraft;
import io.herald.model.notification.NotificationRequested;
import io.herald.model.notification.Recipient;
import io.herald.model.notification.TextMarkup;
import io.herald.runtime.contract.ReadNotification;
import io.herald.scheduler.type.Notifying;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The notifications about scripts: the same run always gives the same one. */
final class WriteNotification {

  private static final String SOURCE = "scheduler";
  private static final int LONGEST_OUTPUT = 2000;
  private static final List<Recipient> SOMEBODY = List.of(Recipient.chat("1"));

  private final ReadNotification contract;
  private final List<Recipient> admins;

  /**
   * Writes them.
   *
   * @param admins who is told of what belongs to nobody; none: nobody is
   */
  WriteNotification(ReadNotification contract, List<Recipient> admins) {
    this.contract = contract;
    this.admins = List.copyOf(admins);
  }

  /** Who is told of that job: its owner where they are, else the admins; none: nobody. */
  List<Recipient> to(JobCommand job) {
    JobOwner owner = job.owner();
    return owner == null ? admins : List.of(Recipient.chat(owner.chat()));
  }

  /**
   * Fails with {@code InvalidRecord} when no sound notification can be made of it.
   *
   * @param image id of the picture; null: none
   */
  void check(JobCommand job, Notifying notifying, ScriptOutput output, @Nullable String image) {
    Content content = Content.of(notifying, output, image);
    contract.read(Json.write(notification(job, "", kind(job), SOMEBODY, content, image)));
  }

  /** What the script says to its owner. */
  NotificationRequested of(
      JobCommand job, Notifying notifying, ScriptOutput output, @Nullable String image) {
    return notification(job, "", kind(job), to(job), Content.of(notifying, output, image), image);
  }

  /** That a script, or another job of a schedule, has failed. */
  NotificationRequested failed(JobEvent event) {
    JobCommand job = event.job();
    JobFailure failure = event.failure();
    String output = failure == null || !isPrivate(job.owner()) ? null : failure.output();
    String text =
        (failure == null ? "It failed." : failure.error())
            + (output == null ? "" : "\n\n" + shortened(output))
            + "\n\nJob "
            + job.id();
    Content content = new Content(job.type() + " failed", text, TextMarkup.PLAIN, null, Map.of());
    return notification(job, ":failed", "script.failed", to(job), content, null);
  }

  private static String kind(JobCommand job) {
    return "script." + job.type();
  }

  // What a program complains of may name what is nobody's business in a group.
  private static boolean isPrivate(@Nullable JobOwner owner) {
    return owner == null || !owner.chat().startsWith("-");
  }

  private static String shortened(String output) {
    return output.length() <= LONGEST_OUTPUT
        ? output
        : '…' + output.substring(output.length() - LONGEST_OUTPUT);
  }

  private static NotificationRequested notification(
      JobCommand job,
      String about,
      String kind,
      List<Recipient> to,
      Content content,
      @Nullable String image) {
    JobOwner owner = job.owner();
    return content
        .addTo(new NotificationDraft("script:" + job.id() + about, SOURCE, kind, to))
        .photo(image == null ? null : Attachment.blob(image))
        .thread(owner == null ? null : owner.thread())
        .written();
  }

  /** The words of a notification: its own, or values for a template. */
  private record Content(
      @Nullable String title,
      @Nullable String text,
      TextMarkup markup,
      @Nullable String template,
      Map<String, Object> data) {

    NotificationDraft addTo(NotificationDraft draft) {
      return draft.title(title).text(text, markup).template(template, data);
    }

    static Content of(Notifying notifying, ScriptOutput output, @Nullable String image) {
      if (notifying.template() == null && output.message() == null && image == null) {
        return new Content(null, output.title(), TextMarkup.PLAIN, null, output.data());
      }
      if (notifying.template() == null) {
        return new Content(
            output.title(), output.message(), notifying.markup(), null, output.data());
      }
      Map<String, Object> values = new LinkedHashMap<>(output.data());
      if (output.title() != null) {
        values.putIfAbsent("title", output.title());
      }
      if (output.message() != null) {
        values.putIfAbsent("message", output.message());
      }
      return new Content(null, null, TextMarkup.PLAIN, notifying.template(), values);
    }
  }
}
