package io.herald.bot.progress;

import io.herald.bot.command.WriteText;
import io.herald.model.job.JobEvent;
import io.herald.model.job.JobFile;
import io.herald.model.job.JobResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** What came of a job: its title, figures, and where its files are. */
final class ShowResult {

  /** More would be no message that anybody reads: the others lie in the job's folder. */
  static final int FILES = 20;

  private static final int LONGEST = 100;
  private static final int LONGEST_PATH = 150;
  private static final JobResult NONE = new JobResult(null, null, 0, List.of());

  private final FileLinks links;

  ShowResult(FileLinks links) {
    this.links = links;
  }

  /**
   * Writes it.
   *
   * @param linked when the links were made: from then on they are good for a while
   */
  void write(WriteText text, JobEvent event, Instant linked) {
    JobResult result = event.result() == null ? NONE : event.result();
    if (result.title() == null || result.title().isBlank()) {
      ShowJob.heading(text, "✅ ", event);
    } else {
      text.plain("✅ ").bold(InWords.shortened(result.title(), LONGEST * 2));
    }
    text.plain("\n" + figures(result, event));
    result.files().stream().limit(FILES).forEach(file -> write(text, event, file, linked));
    if (result.files().size() > FILES) {
      text.plain("\nand " + (result.files().size() - FILES) + " more");
    }
    if (links.areOn() && !result.files().isEmpty()) {
      text.plain("\nThe links work for " + InWords.duration(links.valid()) + '.');
    }
  }

  private void write(WriteText text, JobEvent event, JobFile file, Instant linked) {
    text.plain("\n• ");
    if (links.areOn()) {
      Instant expires = linked.plus(links.valid());
      text.link(name(file), links.address(event.id(), file.name(), expires));
    } else {
      text.code(event.id() + '/' + InWords.shortened(file.name(), LONGEST_PATH));
    }
    text.plain(" (" + InWords.size(file.sizeBytes()) + ')');
  }

  private static String name(JobFile file) {
    return InWords.shortened(file.name().substring(file.name().lastIndexOf('/') + 1), LONGEST);
  }

  private static String figures(JobResult result, JobEvent event) {
    Long plays = result.durationSeconds();
    Stream<String> figures =
        Stream.of(
            plays == null ? "" : "plays " + InWords.duration(Duration.ofSeconds(plays)),
            result.files().isEmpty() ? "" : InWords.size(result.sizeBytes()),
            "done" + ShowJob.took(event, " in "));
    return String.join(" · ", figures.filter(figure -> !figure.isEmpty()).toList());
  }
}
