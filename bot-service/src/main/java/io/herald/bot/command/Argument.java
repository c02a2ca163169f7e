package io.herald.bot.command;

import io.herald.model.job.JobIds;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * What a command wants to be told, as one word or as all the rest of the text.
 *
 * @param name as people read it in the usage, and as the command asks for it
 * @param kind what it has to be
 * @param isOptional whether it may be left out
 */
public record Argument(String name, Kind kind, boolean isOptional) {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z-]{0,31}");
  // At most 18 digits: it fits a long.
  private static final Pattern DIGITS = Pattern.compile("-?[0-9]{1,18}");
  // RFC 3986, scheme; of the web's addresses also the host. What is behind it is not looked at.
  private static final Pattern WEB = Pattern.compile("(?i)https?://[^\\s/?#@]+([/?#]\\S*)?");
  private static final Pattern URI = Pattern.compile("(?i)(?!https?:)[a-z][a-z0-9+.-]{0,31}:\\S+");
  private static final int LONGEST_LINK = 2_048;

  public Argument {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("an argument's name is of a-z and -: " + name);
    }
  }

  /** One word, whatever it is. */
  public static Argument word(String name) {
    return new Argument(name, Kind.WORD, false);
  }

  /** All the rest of the text, with its line breaks. */
  public static Argument rest(String name) {
    return new Argument(name, Kind.REST, false);
  }

  /** A whole number of at most 18 digits. */
  public static Argument number(String name) {
    return new Argument(name, Kind.NUMBER, false);
  }

  /** An address with http or https, or another URI such as {@code spotify:track:…}. */
  public static Argument link(String name) {
    return new Argument(name, Kind.LINK, false);
  }

  /** The id of a job, whether or not there is one; capitals are read as small letters. */
  public static Argument job(String name) {
    return new Argument(name, Kind.JOB, false);
  }

  /** The same, which may be left out. */
  public Argument optional() {
    return new Argument(name, kind, true);
  }

  boolean takesRest() {
    return kind == Kind.REST;
  }

  /** As the usage shows it: {@code <job>}, or {@code [job]} where it may be left out. */
  String shown() {
    return isOptional ? '[' + name + ']' : '<' + name + '>';
  }

  /** What was written, in the form that commands get it; empty when it is not what it has to be. */
  Optional<String> read(String written) {
    return Optional.of(kind.form.apply(written)).filter(kind.check);
  }

  private static boolean isNumber(String text) {
    return DIGITS.matcher(text).matches();
  }

  private static boolean isLink(String text) {
    return text.length() <= LONGEST_LINK
        && (WEB.matcher(text).matches() || URI.matcher(text).matches());
  }

  /** What an argument has to be. */
  public enum Kind {
    WORD("a word", UnaryOperator.identity(), _ -> true),
    REST("a text", UnaryOperator.identity(), _ -> true),
    NUMBER("a number", UnaryOperator.identity(), Argument::isNumber),
    LINK("a link, such as https://example.org", UnaryOperator.identity(), Argument::isLink),
    JOB("a job's id, as /jobs lists them", text -> text.toLowerCase(Locale.ROOT), JobIds::isId);

    private final String words;
    private final UnaryOperator<String> form;
    private final Predicate<String> check;

    Kind(String words, UnaryOperator<String> form, Predicate<String> check) {
      this.words = words;
      this.form = form;
      this.check = check;
    }

    /** What it has to be, in words that follow "has to be". */
    String words() {
      return words;
    }
  }
}
