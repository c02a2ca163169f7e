package io.herald.bot.schedule;

import io.herald.bot.command.Argument;
import io.herald.bot.command.Command;
import io.herald.bot.command.Reply;
import io.herald.bot.command.Request;
import io.herald.bot.command.Usage;
import io.herald.model.job.JobIds;
import io.herald.model.message.TextContent;
import io.herald.model.schedule.Schedule;
import io.herald.runtime.account.Accounts;
import io.herald.runtime.config.Bots;
import io.herald.runtime.schedule.ScheduleChanged;
import io.herald.runtime.schedule.Schedules;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * Writes to the chat at the time that somebody names, once. The same update is the same reminder,
 * however often it is handled.
 */
final class Remind implements Command {

  /** So many may wait for one person. */
  static final int MOST = 100;

  private static final String OTHER_BOT = "Reminders are written by the bot " + Bots.MAIN + ".";
  private static final String FULL =
      MOST + " of your schedules are waiting, and more I do not keep. /schedules deletes some.";

  private final Accounts accounts;
  private final Schedules schedules;
  private final OwnSchedules own;

  Remind(Accounts accounts, Schedules schedules, OwnSchedules own) {
    this.accounts = accounts;
    this.schedules = schedules;
    this.own = own;
  }

  @Override
  public String name() {
    return "remind";
  }

  @Override
  public String summary() {
    return "write to this chat at a time";
  }

  @Override
  public Usage usage() {
    return Usage.of(Argument.word("when"), Argument.rest("text"))
        .withExamples(
            "18:30 call Ada",
            "tomorrow 9:00 send the report",
            "2026-12-24 18:00 presents",
            "in 20m tea");
  }

  @Override
  public Mono<List<Reply>> answer(Request request) {
    if (!request.update().bot().equals(Bots.MAIN)) {
      return said(OTHER_BOT);
    }
    return Asker.find(accounts, request.update().bot(), request.chat(), request.person())
        .flatMap(asker -> answer(request, asker));
  }

  private Mono<List<Reply>> answer(Request request, Asker asker) {
    return switch (ReadWish.read(
        request.arguments(), asker.zone(), request.update().receivedAt())) {
      case Wish.Unclear(String problem) -> said(usage().explain(problem, name()));
      case Wish.Reminder reminder -> keep(request, asker, reminder);
    };
  }

  private Mono<List<Reply>> keep(Request request, Asker asker, Wish.Reminder reminder) {
    String id = "remind:" + JobIds.of(request.cause());
    var schedule = WriteReminder.write(id, reminder, asker.owner(), request);
    String kept =
        "I'll remind you "
            + SayTime.of(reminder.at(), request.update().receivedAt(), asker.zone())
            + " ("
            + asker.clock()
            + ").\n/schedules shows what is waiting.";
    return schedules
        .find(id)
        .switchIfEmpty(Mono.defer(() -> saveIfThereIsRoom(schedule, asker)))
        .flatMap(_ -> said(kept))
        .switchIfEmpty(said(FULL));
  }

  private Mono<Schedule> saveIfThereIsRoom(Schedule schedule, Asker asker) {
    return own.waiting(asker)
        .count()
        .filter(waiting -> waiting < MOST)
        .flatMap(_ -> schedules.save(schedule))
        // The same update, handled by another replica in the same moment.
        .onErrorResume(ScheduleChanged.class, _ -> Mono.just(schedule));
  }

  private static Mono<List<Reply>> said(String text) {
    return Mono.just(List.of(Reply.of(TextContent.plain(text))));
  }
}
