package io.herald.bot.progress;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.model.job.JobFile;
import io.herald.model.message.Button;
import io.herald.model.message.Entity;
import io.herald.model.message.TextContent;
import io.herald.runtime.sign.SignLinks;
import io.herald.runtime.sign.Signing;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShowJobTest {

  private final Happened happened = Happened.to("abcdefghij", "42", 42);
  private final ShowJob withoutAddress = show("");
  private final ShowJob show = show("https://herald.example.org/");

  private static ShowJob show(String address) {
    var settings = new ProgressSettings(address, new ProgressSettings.Links(Duration.ofHours(24)));
    var sign = new SignLinks(Signing.with("0123456789abcdef0123456789abcdef".getBytes(UTF_8)));
    return new ShowJob(new ShowResult(new FileLinks(settings, sign)));
  }

  @Test
  void tellsThePlaceInTheQueue() {
    assertThat(show.text(happened.queued(3)).text())
        .isEqualTo(
            """
            ⏳ download https://example.org/album
            Your job is queued, number 3 in line.
            Job abcdefghij\
            """);
    assertThat(show.text(happened.queued(1)).text()).contains("queued, next in line.");
  }

  @Test
  void showsABarTheItemAndTheTimeWhileItRuns() {
    TextContent text = show.text(happened.progress(65, 42, "  A song\n by somebody "));

    assertThat(text.text())
        .isEqualTo(
            """
            ▶️ download https://example.org/album
            ▓▓▓▓░░░░░░  42 %
            A song by somebody
            Running for 1 min 5 s
            Job abcdefghij\
            """);
    assertThat(text.keyboard())
        .containsExactly(List.of(Button.callback("Cancel", "job:1:abcdefghij:cancel")));
    assertThat(text.entities()).extracting(Entity::type).containsExactly("bold", "code", "code");
  }

  @Test
  void hasNoButtonWhenThereIsNothingToCancel() {
    assertThat(show.text(happened.started()).keyboard()).isNotEmpty();
    assertThat(show.text(happened.cancelling()).keyboard()).isEmpty();
    assertThat(show.text(happened.cancelled()).keyboard()).isEmpty();
    assertThat(show.text(happened.failed("no", null)).keyboard()).isEmpty();
    assertThat(show.text(happened.completed()).keyboard()).isEmpty();
    assertThat(show.text(happened.cancelled()).text()).contains("Cancelled after 6 s.");
  }

  @Test
  void linksFilesForADay() {
    TextContent text = show.text(happened.completed(new JobFile("disc 1/a.mp3", 12_345_678)));

    assertThat(text.text())
        .isEqualTo(
            """
            ✅ An album
            plays 3 min 20 s · 12.3 MB · done in 1 min 5 s
            • a.mp3 (12.3 MB)
            The links work for 24 h.
            Job abcdefghij\
            """);
    Entity link =
        text.entities().stream().filter(it -> it.type().equals("text_link")).findAny().get();
    assertThat(text.text().substring(link.offset(), link.offset() + link.length()))
        .isEqualTo("a.mp3");
    long expires = Happened.NOON.plusSeconds(65).plus(Duration.ofHours(24)).getEpochSecond();
    assertThat(link.url())
        .startsWith("https://herald.example.org/files/abcdefghij/disc%201/a.mp3?expires=" + expires)
        .contains("&signature=");
  }

  @Test
  void namesThePlaceOfFilesWhereThereAreNoLinks() {
    TextContent text = withoutAddress.text(happened.completed(new JobFile("disc 1/a.mp3", 999)));

    assertThat(text.text()).contains("• abcdefghij/disc 1/a.mp3 (999 B)").doesNotContain("links");
  }

  @Test
  void staysShortHoweverManyFilesThereAre() {
    JobFile[] files =
        IntStream.range(0, 500)
            .mapToObj(number -> new JobFile("x".repeat(200) + number, 1_000_000))
            .toArray(JobFile[]::new);

    for (ShowJob way : new ShowJob[] {show, withoutAddress}) {
      TextContent text = way.text(happened.completed(files));
      assertThat(text.text()).contains("and 480 more");
      assertThat(text.text().length()).isLessThan(4_096);
    }
  }

  @Test
  void showsWhatTheProgramComplainedOfToItsOwnerAlone() {
    TextContent own = show.text(happened.failed("its program failed", "line 1\n<b>line 2"));
    TextContent group =
        show.text(Happened.to("abcdefghij", "-100", 42).failed("its program failed", "line 1"));

    assertThat(own.text())
        .isEqualTo(
            """
            ❌ download https://example.org/album
            It failed after 7 s: its program failed
            line 1
            <b>line 2
            Job abcdefghij\
            """);
    assertThat(own.entities()).extracting(Entity::type).contains("pre");
    assertThat(group.text()).contains("its program failed").doesNotContain("line 1");
  }

  @Test
  void figuresAreReadable() {
    assertThat(InWords.size(0)).isEqualTo("0 B");
    assertThat(InWords.size(999_950)).isEqualTo("1 MB");
    assertThat(InWords.size(1_500_000_000)).isEqualTo("1.5 GB");
    assertThat(InWords.duration(Duration.ofSeconds(3_600))).isEqualTo("1 h");
    assertThat(InWords.duration(Duration.ofSeconds(7_325))).isEqualTo("2 h 2 min");
    assertThat(InWords.bar(-5)).endsWith("░  0 %").doesNotContain("▓");
    assertThat(InWords.bar(100)).doesNotContain("░");
    assertThat(InWords.shortened("\uD83D\uDE00".repeat(5), 3))
        .isEqualTo("\uD83D\uDE00\uD83D\uDE00…");
  }
}
