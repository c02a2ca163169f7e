package io.herald.bot.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {

  private static final Usage ALLOW = Usage.of(Argument.number("user"));
  private static final Usage DOWNLOAD = Usage.of(Argument.link("link"));
  private static final Usage RUN =
      Usage.of(Argument.word("script"), Argument.rest("text").optional());

  @Test
  void showsHowTheCommandIsWritten() {
    assertThat(RUN.line("run")).isEqualTo("/run <script> [text]");
    assertThat(Usage.NONE.line("jobs")).isEqualTo("/jobs");
  }

  @Test
  void givesEachArgumentByItsName() {
    Arguments arguments = right(RUN, "  backup \n two  words\nand a line ");

    assertThat(arguments.text("script")).isEqualTo("backup");
    assertThat(arguments.text("text")).isEqualTo("two  words\nand a line");
    assertThat(right(RUN, "backup").optional("text")).isEmpty();
    assertThatThrownBy(() -> right(RUN, "backup").text("text"))
        .isInstanceOf(NoSuchElementException.class);
    assertThat(right(ALLOW, "-42").number("user")).isEqualTo(-42);
  }

  @Test
  void ignoresWhatFollowsACommandWithoutArguments() {
    assertThat(Usage.NONE.read("please")).isInstanceOf(Usage.Reading.Right.class);
  }

  @ParameterizedTest
  @CsvSource({
    "'', <user> is missing.",
    "ada, <user> has to be a number.",
    "1.5, <user> has to be a number.",
    "1234567890123456789, <user> has to be a number.",
    "٤٢, <user> has to be a number.",
    "42 43, That is more than I expected."
  })
  void saysWhatIsWrong(String text, String problem) {
    assertThat(ALLOW.read(text)).isEqualTo(new Usage.Reading.Wrong(problem));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.org",
        "HTTP://example.org:8080/a?b=c#d",
        "https://example.org/Motörhead|live",
        "spotify:track:4uLU6hMCjMI75M1A2tKUQC"
      })
  void takesLinks(String link) {
    assertThat(right(DOWNLOAD, link).text("link")).isEqualTo(link);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"example.org", "https:example.org", "https://", "https:///a", "://a", "track:"})
  void takesNothingElseForALink(String text) {
    assertThat(DOWNLOAD.read(text)).isInstanceOf(Usage.Reading.Wrong.class);
    assertThat(DOWNLOAD.read("https://example.org/" + "a".repeat(2_048)))
        .isInstanceOf(Usage.Reading.Wrong.class);
  }

  @Test
  void canBeReadInOneWayOnly() {
    Argument rest = Argument.rest("text");
    Argument word = Argument.word("word");

    assertThatIllegalArgumentException().isThrownBy(() -> Usage.of(rest, word));
    assertThatIllegalArgumentException().isThrownBy(() -> Usage.of(word.optional(), rest));
    assertThatIllegalArgumentException().isThrownBy(() -> Usage.of(word, word));
    assertThatIllegalArgumentException().isThrownBy(() -> Argument.word("two words"));
  }

  private static Arguments right(Usage usage, String text) {
    return ((Usage.Reading.Right) usage.read(text)).arguments();
  }
}
