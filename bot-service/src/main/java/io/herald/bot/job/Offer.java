package io.herald.bot.job;

import io.herald.bot.access.AllowList;
import io.herald.bot.command.WriteText;
import io.herald.bot.update.Person;
import io.herald.runtime.job.JobType;
import io.herald.runtime.job.JobTypes;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import reactor.core.publisher.Mono;

/** What kinds of jobs a person may have done. */
final class Offer {

  // As the contract of job commands says.
  private static final int LONGEST_ARGUMENT = 2_048;

  private final List<JobType> types;

  Offer(List<JobType> types) {
    this.types = List.copyOf(types);
  }

  /** Fails with {@code JobsUnknown} while it can't be told. */
  static Mono<Offer> to(Person person, JobTypes types, AllowList allowList) {
    boolean admin = allowList.isAdmin(person);
    return types
        .all()
        .map(all -> new Offer(all.stream().filter(type -> admin || !type.adminsOnly()).toList()));
  }

  /** The first kind that does something about a link. */
  Optional<JobType> accepting(String link) {
    return types.stream().filter(type -> accepts(type, link)).findFirst();
  }

  Optional<JobType> named(String name) {
    return types.stream().filter(type -> type.name().equals(name)).findFirst();
  }

  /** Those that take a link, or something else to work on. */
  List<JobType> taking() {
    return types.stream().filter(type -> !type.isScript()).toList();
  }

  /** Those that take nothing. */
  List<JobType> scripts() {
    return types.stream().filter(JobType::isScript).toList();
  }

  boolean isEmpty() {
    return types.isEmpty();
  }

  /** Whether that kind takes that argument, which is empty for nothing. */
  static boolean takes(JobType type, String argument) {
    return type.isScript() ? argument.isEmpty() : accepts(type, argument);
  }

  // The scheduler has checked the expression, and checks the argument itself before it runs.
  private static boolean accepts(JobType type, String argument) {
    String expression = type.accepts();
    try {
      return expression != null
          && argument.length() <= LONGEST_ARGUMENT
          && Pattern.matches(expression, argument);
    } catch (PatternSyntaxException e) {
      return false;
    }
  }

  static void list(WriteText text, List<JobType> types) {
    for (JobType type : types) {
      text.plain("\n• ").code(type.name());
      if (!type.description().isBlank()) {
        text.plain(" – " + type.description());
      }
    }
  }
}
