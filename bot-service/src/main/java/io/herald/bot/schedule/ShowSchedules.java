package io.herald.bot.schedule;

import io.herald.bot.command.Board;
import io.herald.bot.command.WriteText;
import io.herald.bot.progress.InWords;
import io.herald.model.message.Button;
import io.herald.model.message.TextContent;
import io.herald.model.schedule.Cron;
import io.herald.model.schedule.Every;
import io.herald.model.schedule.Schedule;
import io.herald.model.schedule.Summarize;
import io.herald.runtime.schedule.ScheduleView;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Writes a list of schedules, each with its next time in words and its buttons. */
final class ShowSchedules {

  private static final int ON_A_PAGE = 8;
  // What a button can tell of has two digits.
  private static final int MOST_PAGES = 100;
  private static final int TITLE = 60;
  private static final TextContent NONE =
      TextContent.plain("Nothing is scheduled for you here. /remind 18:30 call Ada changes that.");

  private final Board board;
  private final Asker asker;
  private final Instant now;

  ShowSchedules(Board board, Asker asker, Instant now) {
    this.board = board;
    this.asker = asker;
    this.now = now;
  }

  /** The page of that number, from 0, or the last when there are not as many. */
  TextContent page(List<ScheduleView> all, int wanted) {
    if (all.isEmpty()) {
      return NONE;
    }
    int last = Math.min((all.size() - 1) / ON_A_PAGE, MOST_PAGES - 1);
    int page = Math.min(wanted, last);
    int from = page * ON_A_PAGE;
    int to = Math.min(from + ON_A_PAGE, all.size());
    WriteText text = new WriteText().bold("Scheduled for you");
    for (int i = from; i < to; i++) {
      line(text, i + 1, all.get(i));
    }
    text.plain("\n\nTimes: " + asker.clock() + '.');
    for (int i = from; i < to; i++) {
      buttons(text, i + 1, page, all.get(i).schedule());
    }
    turns(text, page, last);
    return text.done();
  }

  private void line(WriteText text, int number, ScheduleView view) {
    Schedule schedule = view.schedule();
    String title = schedule.title().isBlank() ? schedule.id() : schedule.title();
    text.plain("\n" + number + ". ")
        .bold(InWords.shortened(title, TITLE))
        .plain(" – " + next(view) + rhythm(schedule));
    if (isSummary(schedule)) {
      text.plain("; /settings changes it");
    }
  }

  private String next(ScheduleView view) {
    return view.next() == null ? "paused" : SayTime.of(view.next(), now, asker.zone());
  }

  private static String rhythm(Schedule schedule) {
    return switch (schedule.timing()) {
      case Every every -> ", every " + InWords.duration(every.every());
      case Cron cron when !isSummary(schedule) -> ", " + cron.cron() + ' ' + place(cron.zone());
      default -> "";
    };
  }

  private static String place(ZoneId zone) {
    return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
  }

  // It is kept as its owner's settings say: what was done to it here would not last.
  private static boolean isSummary(Schedule schedule) {
    return schedule.payload() instanceof Summarize;
  }

  private void buttons(WriteText text, int number, int page, Schedule schedule) {
    if (isSummary(schedule)) {
      return;
    }
    String mark = Pick.mark(schedule);
    Pick.Action toggle = schedule.paused() ? Pick.Action.RESUME : Pick.Action.PAUSE;
    text.row(
        button((schedule.paused() ? "▶ Resume " : "⏸ Pause ") + number, toggle, page, mark),
        button("🗑 Delete " + number, Pick.Action.DELETE, page, mark));
  }

  private void turns(WriteText text, int page, int last) {
    List<Button> turns = new ArrayList<>(2);
    if (page > 0) {
      turns.add(button("‹ Earlier", Pick.Action.SHOW, page - 1, ""));
    }
    if (page < last) {
      turns.add(button("Later ›", Pick.Action.SHOW, page + 1, ""));
    }
    if (!turns.isEmpty()) {
      text.row(turns);
    }
  }

  private Button button(String label, Pick.Action action, int page, String mark) {
    return Button.callback(label, board.data(new Pick(action, page, asker.mark(), mark).choice()));
  }
}
