package io.herald.scheduler.summary;

import io.herald.model.job.JobEvent;
import io.herald.runtime.history.Cursor;
import io.herald.runtime.history.Filter;
import io.herald.runtime.history.History;
import io.herald.runtime.history.HistoryUnknown;
import io.herald.runtime.history.NotificationPage;
import io.herald.runtime.history.NotificationState;
import io.herald.runtime.history.NotificationView;
import io.herald.runtime.history.Viewer;
import io.herald.runtime.job.Jobs;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Counts what happened on somebody's day.
 *
 * <p>Redis is gone, or either index is being rebuilt: it fails with {@code HistoryUnknown} or
 * {@code JobsUnknown}: no figures are better than wrong ones, and it can be asked again.
 */
final class CountDay {

  // Whoever gets more than that does not count them.
  private static final int MOST = 2_000;
  private static final int MOST_JOBS = 100;

  private final History history;
  private final Jobs jobs;

  CountDay(History history, Jobs jobs) {
    this.history = history;
    this.jobs = jobs;
  }

  /**
   * @param telegramUser the same person, by Telegram's id
   */
  Mono<Figures> count(String user, long telegramUser, Day day) {
    return kinds(user, day)
        .collectList()
        .zipWith(jobs.of(telegramUser, MOST_JOBS).map(all -> ended(all, day)), Figures::of);
  }

  private Flux<String> kinds(String user, Day day) {
    var filter = new Filter(null, null, null, null, day.from().toInstant(), day.to().toInstant());
    return page(user, filter, null)
        .expand(page -> page.next() == null ? Mono.empty() : page(user, filter, page.next()))
        .flatMapIterable(NotificationPage::notifications)
        .filter(it -> it.state() != NotificationState.SUPPRESSED)
        .map(NotificationView::kind)
        .take(MOST);
  }

  private Mono<NotificationPage> page(String user, Filter filter, @Nullable String after) {
    Cursor cursor = after == null ? null : Cursor.parse(after).orElseThrow();
    return history
        .list(Viewer.person(user), filter, cursor, History.PAGE)
        .filter(NotificationPage::complete)
        .switchIfEmpty(Mono.error(() -> new HistoryUnknown("the history is being read again")));
  }

  private static List<JobEvent> ended(List<JobEvent> all, Day day) {
    return all.stream().filter(job -> job.state().isFinal() && day.has(job.at())).toList();
  }
}
