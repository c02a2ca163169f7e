package io.herald.telegram.text.split;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.model.message.Entity;
import io.herald.telegram.text.AnyText;
import io.herald.telegram.text.AnyText.Raw;
import io.herald.telegram.text.EntityType;
import io.herald.telegram.text.FormattedText;
import io.herald.telegram.text.NormalFormCheck;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SplitTextPropertyTest {
  private static final Pattern GRAPHEME = Pattern.compile("\\X");
  // Only what stands apart: of words that run into each other there is more than one reading.
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?<![^ \\n])(https?://[^ \\n]+|@somebody|me@mail\\.example|www\\.example\\.com)"
              + "(?![^ \\n]|[ \\n]+[^\\x00-\\x7f])");

  /** No mark is longer in these texts: a line break, brackets, a slash, two numbers. */
  private static final int MARK = 12;

  @Provide
  Arbitrary<Raw> raw() {
    return AnyText.raw();
  }

  @Provide
  Arbitrary<SplitLimits> limits() {
    Arbitrary<Integer> length = Arbitraries.integers().between(SplitLimits.LEAST, 120);
    return Combinators.combine(
            length,
            length,
            Arbitraries.integers().between(SplitLimits.LEAST_ENTITIES, 20),
            Arbitraries.of(true, false))
        .as(SplitLimits::new);
  }

  @Property(tries = 1200)
  void partsGiveTheTextBackAndKeepItWhole(
      @ForAll("raw") Raw raw, @ForAll("limits") SplitLimits limits) {
    FormattedText text = raw.formatted();
    List<FormattedText> parts = SplitText.split(text, limits);
    checkLimits(parts, limits);
    List<FormattedText> bare = withoutMarks(parts, limits);
    List<Integer> begins = find(text.text(), bare);
    checkEntities(text, bare, begins);
    checkCuts(text, bare, begins, limits);
  }

  private static void checkLimits(List<FormattedText> parts, SplitLimits limits) {
    for (int i = 0; i < parts.size(); i++) {
      FormattedText part = parts.get(i);
      assertThat(part.codePoints()).isLessThanOrEqualTo(i == 0 ? limits.first() : limits.rest());
      assertThat(part.entities()).hasSizeLessThanOrEqualTo(limits.entities());
      assertThat(part.text().isEmpty()).isEqualTo(parts.size() == 1 && part.text().isEmpty());
      NormalFormCheck.check(part);
    }
  }

  private static List<FormattedText> withoutMarks(List<FormattedText> parts, SplitLimits limits) {
    if (!limits.marked() || parts.size() == 1) {
      return parts;
    }
    List<FormattedText> bare = new ArrayList<>();
    for (FormattedText part : parts) {
      String mark = "\n[" + (bare.size() + 1) + "/" + parts.size() + "]";
      assertThat(part.text()).endsWith(mark);
      String text = part.text().substring(0, part.text().length() - mark.length());
      bare.add(new FormattedText(text, part.entities()));
      assertThat(bare.getLast().entities()).isEqualTo(part.entities());
    }
    return bare;
  }

  /** Where the parts lie in the text: one behind the other, with white space between. */
  private static List<Integer> find(String text, List<FormattedText> parts) {
    List<Integer> begins = new ArrayList<>();
    int at = 0;
    for (FormattedText part : parts) {
      while (!text.startsWith(part.text(), at)) {
        assertThat(text.charAt(at)).as("lost at %d of %s", at, text).isIn(' ', '\n');
        at++;
      }
      begins.add(at);
      at += part.text().length();
    }
    assertThat(text.substring(at)).isBlank();
    return begins;
  }

  private static void checkEntities(
      FormattedText text, List<FormattedText> parts, List<Integer> begins) {
    for (int i = 0; i < parts.size(); i++) {
      int begin = begins.get(i);
      int end = begin + parts.get(i).text().length();
      assertThat(coverage(parts.get(i), 0, end - begin, begin))
          .isEqualTo(coverage(text, begin, end, 0));
    }
  }

  /** What covers each place, for places that are no white space. */
  private static List<String> coverage(FormattedText text, int from, int to, int shift) {
    List<TreeSet<String>> coverage = new ArrayList<>();
    for (int i = from; i < to; i++) {
      coverage.add(new TreeSet<>());
    }
    for (Entity entity : text.entities()) {
      int begin = Math.max(from, entity.offset());
      int end = Math.min(to, entity.offset() + entity.length());
      for (int i = begin; i < end; i++) {
        coverage.get(i - from).add(entity.type() + entity.url() + entity.language());
      }
    }
    List<String> shown = new ArrayList<>();
    for (int i = from; i < to; i++) {
      shown.add(i + shift + " " + text.text().charAt(i) + coverage.get(i - from));
    }
    return shown;
  }

  private static void checkCuts(
      FormattedText text, List<FormattedText> parts, List<Integer> begins, SplitLimits limits) {
    BitSet forbidden = new BitSet();
    for (Range range : whole(text)) {
      if (range.fits(text, limits)) {
        forbidden.set(range.from + 1, range.to);
      }
    }
    for (int i = 0; i < parts.size(); i++) {
      int begin = begins.get(i);
      int end = begin + parts.get(i).text().length();
      assertThat(forbidden.get(begin) || forbidden.get(end))
          .as("cut at %d or %d of <%s>", begin, end, text.text())
          .isFalse();
    }
  }

  private static List<Range> whole(FormattedText text) {
    List<Range> graphemes = Range.find(text.text(), GRAPHEME);
    List<Range> whole = new ArrayList<>(graphemes);
    List<Range> units = new ArrayList<>();
    for (Entity entity : text.entities()) {
      if (EntityType.isUnit(entity)) {
        units.add(new Range(entity.offset(), entity.offset() + entity.length()));
      }
    }
    // Where a link crosses an address, or a mark stands on a space, one of two may have to be cut.
    for (Range address : Range.find(text.text(), ADDRESS)) {
      if (units.stream().noneMatch(unit -> unit.overlaps(address))) {
        whole.add(address);
      }
    }
    for (Range unit : units) {
      // What begins or ends within a character gives way to it.
      boolean crosses = graphemes.stream().anyMatch(unit::endsWithin);
      if (!crosses && !unit.word(text.text()).matches("(?s).*([.@#$:/]|[ \\n][^\\x00-\\x7f]).*")) {
        whole.add(unit);
      }
    }
    return whole.stream().map(range -> range.withoutSpace(text.text())).toList();
  }

  private record Range(int from, int to) {

    static List<Range> find(String text, Pattern pattern) {
      return pattern
          .matcher(text)
          .results()
          .map(result -> new Range(result.start(), result.end()))
          .toList();
    }

    boolean overlaps(Range other) {
      return from < other.to && other.from < to;
    }

    /** Whether one of its ends lies in the midst of the other. */
    boolean endsWithin(Range other) {
      return (from > other.from && from < other.to) || (to > other.from && to < other.to);
    }

    /** With what runs into it on both sides. */
    String word(String text) {
      int begin = from;
      while (begin > 0 && text.charAt(begin - 1) > ' ') {
        begin--;
      }
      int end = to;
      while (end < text.length() && text.charAt(end) > ' ') {
        end++;
      }
      return text.substring(Math.max(0, begin - 1), Math.min(text.length(), end + 2));
    }

    /** White space at its ends may be trimmed away. */
    Range withoutSpace(String text) {
      int begin = from;
      while (begin < to && text.charAt(begin) <= ' ') {
        begin++;
      }
      int end = to;
      while (end > begin && text.charAt(end - 1) <= ' ') {
        end--;
      }
      return new Range(begin, Math.max(begin + 1, end));
    }

    boolean fits(FormattedText text, SplitLimits limits) {
      int entities = 0;
      for (Entity entity : text.entities()) {
        entities += entity.offset() < to && entity.offset() + entity.length() > from ? 1 : 0;
      }
      int end = Math.min(to, text.text().length());
      int most = Math.min(limits.first(), limits.rest()) - MARK;
      return text.text().codePointCount(from, end) <= most && entities <= limits.entities();
    }
  }
}
