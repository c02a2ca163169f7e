package io.herald.bot.schedule;

import io.herald.bot.update.Chat;
import io.herald.model.schedule.Owner;
import io.herald.model.schedule.Schedule;
import io.herald.runtime.schedule.ScheduleView;
import io.herald.runtime.schedule.Schedules;
import java.time.Instant;
import java.util.Comparator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The schedules that somebody may see and change in a chat: their own. In a group only those that
 * were made there: the others are nobody's business in it.
 */
final class OwnSchedules {

  // Those that are paused are due at no time, and come last.
  private static final Comparator<ScheduleView> BY_TIME =
      Comparator.comparing((ScheduleView it) -> it.next() == null ? Instant.MAX : it.next())
          .thenComparing(it -> it.schedule().id());

  private final Schedules schedules;

  OwnSchedules(Schedules schedules) {
    this.schedules = schedules;
  }

  /** Those that are due some time or are paused, the next first. */
  Flux<ScheduleView> waiting(Asker asker) {
    return Flux.concat(ofUser(asker.owner()), ofTelegramUser(asker.owner()))
        .distinct(it -> it.schedule().id())
        .filter(it -> it.next() != null || it.schedule().paused())
        .sort(BY_TIME);
  }

  /** The same, as far as they are told in the chat. */
  Flux<ScheduleView> waiting(Asker asker, Chat chat) {
    return waiting(asker).filter(it -> isToldIn(it.schedule(), chat));
  }

  /** The one that a button is about; empty: it is not theirs, or it is gone. */
  Mono<Schedule> find(Asker asker, Chat chat, String mark) {
    return waiting(asker, chat)
        .map(ScheduleView::schedule)
        .filter(it -> Pick.mark(it).equals(mark))
        .next();
  }

  private Flux<ScheduleView> ofUser(Owner owner) {
    return owner.user() == null ? Flux.empty() : schedules.of(Owner.user(owner.user()));
  }

  // What they made before they linked has no user.
  private Flux<ScheduleView> ofTelegramUser(Owner owner) {
    return schedules.of(
        new Owner(null, owner.bot(), owner.chat(), owner.thread(), owner.telegramUser()));
  }

  private static boolean isToldIn(Schedule schedule, Chat chat) {
    return chat.isPrivate() || String.valueOf(chat.id()).equals(schedule.owner().chat());
  }
}
