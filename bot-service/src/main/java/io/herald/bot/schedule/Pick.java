package io.herald.bot.schedule;

import io.herald.model.job.JobIds;
import io.herald.model.schedule.Schedule;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a button below a list of schedules is for. It carries the action's letter, the page and two
 * marks, {@code p0.x7cf.k4d8mz2x9a}: at most 19 letters. Ids may be longer than a button can carry.
 *
 * @param action what is to be done
 * @param page the page of the list that is shown then, from 0
 * @param person mark of the person whose list it is: others in the group may not turn it into
 *     theirs
 * @param mark of the schedule; empty: it is about none
 */
record Pick(Action action, int page, String person, String mark) {

  private static final Pattern FORM =
      Pattern.compile("([prds])([0-9]{1,2})\\.([a-z0-9]{4})\\.([a-z0-9]{0,10})");

  /** What can be done; the first letter of its name is on the button. */
  enum Action {
    PAUSE("Paused"),
    RESUME("Goes on"),
    DELETE("Deleted"),
    SHOW("");

    private final String done;

    Action(String done) {
      this.done = done;
    }

    /** What is said when it is done; empty: nothing. */
    String done() {
      return done;
    }

    char letter() {
      return Character.toLowerCase(name().charAt(0));
    }
  }

  /** What a button carries; empty when it is none of these. */
  static Optional<Pick> of(String choice) {
    Matcher form = FORM.matcher(choice);
    return form.matches() ? Optional.of(of(form)) : Optional.empty();
  }

  private static Pick of(Matcher form) {
    return new Pick(
        action(form.group(1)), Integer.parseInt(form.group(2)), form.group(3), form.group(4));
  }

  /** The mark of a person, by their id at Telegram. */
  static String mark(long telegramUser) {
    return JobIds.of("person:" + telegramUser).substring(0, 4);
  }

  /** The mark of a schedule. */
  static String mark(Schedule schedule) {
    return JobIds.of("schedule:" + schedule.id());
  }

  private static Action action(String letter) {
    return switch (letter) {
      case "p" -> Action.PAUSE;
      case "r" -> Action.RESUME;
      case "d" -> Action.DELETE;
      default -> Action.SHOW;
    };
  }

  /** For the button. */
  String choice() {
    return "" + action.letter() + page + '.' + person + '.' + mark;
  }
}
