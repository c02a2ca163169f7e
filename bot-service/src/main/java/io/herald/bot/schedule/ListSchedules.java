package io.herald.bot.schedule;

import io.herald.bot.command.Board;
import io.herald.bot.command.Buttons;
import io.herald.bot.command.Command;
import io.herald.bot.command.Press;
import io.herald.bot.command.PressAnswer;
import io.herald.bot.command.Reply;
import io.herald.bot.command.Request;
import io.herald.bot.update.Chat;
import io.herald.model.schedule.Schedule;
import io.herald.runtime.account.Accounts;
import io.herald.runtime.schedule.Schedules;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/** Lists a person's schedules, with buttons that pause and delete them in place. */
final class ListSchedules implements Command, Buttons {

  private static final PressAnswer NOT_YOURS =
      PressAnswer.alert("Only who asked for this list can change it.");

  private final Accounts accounts;
  private final Schedules schedules;
  private final OwnSchedules own;

  ListSchedules(Accounts accounts, Schedules schedules, OwnSchedules own) {
    this.accounts = accounts;
    this.schedules = schedules;
    this.own = own;
  }

  @Override
  public String name() {
    return "schedules";
  }

  @Override
  public String summary() {
    return "list what is scheduled for you";
  }

  @Override
  public Mono<List<Reply>> answer(Request request) {
    var board = Board.of(name(), request);
    return Asker.find(accounts, request.update().bot(), request.chat(), request.person())
        .flatMap(asker -> listed(asker, request.chat(), board, 0, request.update().receivedAt()))
        .map(List::of);
  }

  @Override
  public Mono<PressAnswer> answer(Press press) {
    return Board.of(name(), press)
        .flatMap(board -> Pick.of(board.choice()).map(pick -> picked(press, board, pick)))
        .orElse(Mono.just(PressAnswer.GONE));
  }

  private Mono<PressAnswer> picked(Press press, Board board, Pick pick) {
    if (!pick.person().equals(Pick.mark(press.person().id()))) {
      return Mono.just(NOT_YOURS);
    }
    return Asker.find(accounts, press.update().bot(), press.chat(), press.person())
        .flatMap(asker -> picked(press, board, pick, asker));
  }

  // What there is nothing left of needs nothing done: a replay of a deletion finds it so.
  private Mono<PressAnswer> picked(Press press, Board board, Pick pick, Asker asker) {
    return own.find(asker, press.chat(), pick.mark())
        .flatMap(schedule -> done(pick.action(), schedule))
        .then(Mono.defer(() -> listed(press, board, pick, asker)))
        .map(reply -> new PressAnswer(pick.action().done(), false, List.of(reply)));
  }

  private Mono<?> done(Pick.Action action, Schedule schedule) {
    return switch (action) {
      case PAUSE -> paused(schedule, true);
      case RESUME -> paused(schedule, false);
      case DELETE -> schedules.delete(schedule.id());
      case SHOW -> Mono.empty();
    };
  }

  private Mono<Schedule> paused(Schedule schedule, boolean now) {
    return schedules.change(schedule.id(), it -> it.withPaused(now));
  }

  private Mono<Reply> listed(Press press, Board board, Pick pick, Asker asker) {
    return listed(asker, press.chat(), board, pick.page(), press.update().receivedAt());
  }

  private Mono<Reply> listed(Asker asker, Chat chat, Board board, int page, Instant now) {
    return own.waiting(asker, chat)
        .collectList()
        .map(all -> board.reply(new ShowSchedules(board, asker, now).page(all, page)));
  }
}
