package io.herald.scheduler.summary;

import io.herald.model.account.Account;
import io.herald.model.account.TelegramLink;
import io.herald.model.notification.NotificationDraft;
import io.herald.model.notification.NotificationRequested;
import io.herald.model.notification.Recipient;
import io.herald.model.schedule.Summarize;
import io.herald.runtime.account.Accounts;
import io.herald.scheduler.due.FireNotification;
import io.herald.scheduler.due.FirePayload;
import io.herald.scheduler.due.Fired;
import io.herald.scheduler.due.Firing;
import java.util.Map;
import reactor.core.publisher.Mono;

/**
 * Tells somebody what happened on their day; of a quiet day nothing, where they want it so.
 *
 * <p>Redis is gone, or what is asked is being rebuilt there: it fails, and is fired when everything
 * is known again.
 */
final class FireSummary implements FirePayload<Summarize> {

  private static final Fired NOT_LINKED = Fired.leftOut("no Telegram is linked");
  private static final Fired QUIET = Fired.leftOut("nothing happened on that day");

  private final Accounts accounts;
  private final CountDay count;
  private final FireNotification notifications;

  FireSummary(Accounts accounts, CountDay count, FireNotification notifications) {
    this.accounts = accounts;
    this.count = count;
    this.notifications = notifications;
  }

  @Override
  public Class<Summarize> kind() {
    return Summarize.class;
  }

  @Override
  public Mono<Fired> fire(Summarize payload, Firing firing) {
    return accounts
        .find(payload.summary())
        .filter(account -> account.link() != null)
        .flatMap(account -> fire(account, account.link(), firing))
        .defaultIfEmpty(NOT_LINKED);
  }

  // The chat is a private one: it has the person's id.
  private Mono<Fired> fire(Account account, TelegramLink link, Firing firing) {
    Day day = Day.endingAt(firing.due(), firing.schedule().timing());
    return count
        .count(account.user(), Long.parseLong(link.chat()), day)
        .flatMap(figures -> fire(account, figures, day, firing));
  }

  private Mono<Fired> fire(Account account, Figures figures, Day day, Firing firing) {
    return figures.isQuiet() && account.preferences().summary().skipQuiet()
        ? Mono.just(QUIET)
        : notifications.publish(notification(account.user(), figures, day, firing.id()), firing);
  }

  private static NotificationRequested notification(
      String user, Figures figures, Day day, String id) {
    return new NotificationDraft(id, "herald-summary", Figures.SUMMARY, Recipient.user(user))
        .template(
            Figures.SUMMARY,
            Map.of("date", day.date(), "intro", day.words(), "items", figures.lines()))
        .written();
  }
}
