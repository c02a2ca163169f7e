package io.herald.bot.job;

import io.herald.bot.access.AllowList;
import io.herald.bot.update.Chat;
import io.herald.bot.update.Person;
import io.herald.model.job.JobEvent;
import io.herald.model.job.JobOwner;
import io.herald.runtime.job.Jobs;
import java.util.Comparator;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * The jobs that a person may know of: their own, and admins any. In a group only those that were
 * started there: the others are nobody's business in it.
 */
final class FindJob {

  /** So many are listed, the latest. */
  static final int LATEST = 10;

  private final Jobs jobs;
  private final AllowList allowList;

  FindJob(Jobs jobs, AllowList allowList) {
    this.jobs = jobs;
    this.allowList = allowList;
  }

  /** Empty when there is none that they may know of; fails with {@code JobsUnknown}. */
  Mono<JobEvent> find(String id, Chat chat, Person person) {
    return jobs.find(id).filter(job -> isTheirs(job, person) && isToldIn(job, chat));
  }

  /**
   * Their latest, those that wait or run before the others, the newest first; fails with {@code
   * JobsUnknown}.
   */
  Mono<List<JobEvent>> latest(Chat chat, Person person) {
    return jobs.of(person.id(), 100)
        .map(all ->
            all.stream()
                .filter(job -> isToldIn(job, chat))
                .sorted(Comparator.comparing(job -> job.state().isFinal()))
                .limit(LATEST)
                .toList());
  }

  private boolean isTheirs(JobEvent job, Person person) {
    JobOwner owner = job.job().owner();
    return allowList.isAdmin(person) || (owner != null && owner.user() == person.id());
  }

  private static boolean isToldIn(JobEvent job, Chat chat) {
    JobOwner owner = job.job().owner();
    return chat.isPrivate() || (owner != null && owner.chat().equals(String.valueOf(chat.id())));
  }
}
