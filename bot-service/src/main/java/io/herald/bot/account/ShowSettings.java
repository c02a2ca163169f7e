package io.herald.bot.account;

import io.herald.bot.command.Board;
import io.herald.bot.command.WriteText;
import io.herald.model.account.Account;
import io.herald.model.account.DailySummary;
import io.herald.model.account.Preferences;
import io.herald.model.account.QuietHours;
import io.herald.model.message.Button;
import io.herald.model.message.TextContent;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says in words what somebody gets, above the buttons that change it. */
final class ShowSettings {

  private static final String CHOSEN = "✓ ";

  private final PageAddress page;

  ShowSettings(PageAddress page) {
    this.page = page;
  }

  TextContent text(Account account, Board board) {
    Preferences has = account.preferences();
    WriteText text =
        new WriteText()
            .plain("Settings of ")
            .bold(account.user())
            .plain("\n\nNotifications: ")
            .bold(has.enabled() ? "on" : "off")
            .plain("\nPriority: ")
            .bold(priority(has))
            .plain("\nQuiet hours: ")
            .bold(quiet(has.quietHours()))
            .plain("\nDaily summary: ")
            .bold(summary(has.summary()))
            .plain("\nTime zone: ")
            .bold(has.zone().equals(ZoneOffset.UTC) ? "UTC" : has.zone().getId())
            .plain(
                "\n\nUrgent ones come in quiet hours too."
                    + " Other hours and time zones can be set "
                    + page.place()
                    + ".");
    Choice.ROWS.forEach(row -> text.row(buttons(row, has, board)));
    return text.done();
  }

  private static String priority(Preferences has) {
    return switch (has.minimumPriority()) {
      case BULK -> "everything";
      case STANDARD -> "everything but bulk";
      case INTERACTIVE -> "urgent only";
    };
  }

  private static String quiet(@Nullable QuietHours hours) {
    return hours == null ? "none" : hours.from() + "–" + hours.to();
  }

  private static String summary(DailySummary summary) {
    if (!summary.enabled()) {
      return "none";
    }
    return "at " + summary.at() + (summary.skipQuiet() ? ", not of quiet days" : "");
  }

  private static List<Button> buttons(List<Choice> row, Preferences has, Board board) {
    return row.stream()
        .map(choice -> Button.callback(label(choice, has), board.data(choice.word())))
        .toList();
  }

  private static String label(Choice choice, Preferences has) {
    return choice.isMade(has) ? CHOSEN + choice.label() : choice.label();
  }
}
