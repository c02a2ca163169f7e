package io.herald.bot.job;

import io.herald.bot.command.Command;
import io.herald.bot.command.Reply;
import io.herald.bot.command.Request;
import io.herald.bot.command.WriteText;
import io.herald.bot.progress.ShowJob;
import io.herald.model.job.JobEvent;
import java.util.List;
import reactor.core.publisher.Mono;

/** Lists a person's latest jobs. */
final class ListJobs implements Command {

  private static final String NONE = "You have no jobs yet. /download or /run starts one.";

  private final FindJob jobs;

  ListJobs(FindJob jobs) {
    this.jobs = jobs;
  }

  @Override
  public String name() {
    return "jobs";
  }

  @Override
  public String summary() {
    return "list your latest jobs";
  }

  @Override
  public Mono<List<Reply>> answer(Request request) {
    return jobs.latest(request.chat(), request.person())
        .map(found -> found.isEmpty() ? Answers.plain(NONE) : list("Your latest jobs:", found));
  }

  static List<Reply> list(String heading, List<JobEvent> jobs) {
    WriteText text = new WriteText().plain(heading);
    for (JobEvent job : jobs) {
      text.plain("\n• ").code(job.id()).plain(" ");
      ShowJob.heading(text, "", job).plain(" – " + ShowJob.state(job));
    }
    return Answers.one(text.done());
  }
}
