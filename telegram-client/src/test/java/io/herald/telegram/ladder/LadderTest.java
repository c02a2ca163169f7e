package io.herald.telegram.ladder;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.model.message.Button;
import io.herald.model.message.CallbackAnswer;
import io.herald.model.message.CommandMenu;
import io.herald.model.message.Content;
import io.herald.model.message.Deletion;
import io.herald.model.message.DocumentContent;
import io.herald.model.message.Entity;
import io.herald.model.message.Media;
import io.herald.model.message.PhotoContent;
import io.herald.model.message.SendOptions;
import io.herald.model.message.TextContent;
import io.herald.telegram.delivery.TelegramCall;
import io.herald.telegram.outcome.Rejection;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/**
 * A server that refuses whatever it likes can neither hold a message for ever nor lose its text.
 */
class LadderTest {

  private static final int MOST_STEPS = 1000;
  private static final String ADDRESS = "https://p.example/a.png";

  private final Downgrade downgrade = new Downgrade();

  @Property(tries = 200)
  void endsAndLosesNoTextWhateverIsRefused(
      @ForAll("calls") TelegramCall call, @ForAll long seed, @ForAll("mercies") int mercy) {
    Random moods = new Random(seed);
    List<TelegramCall> accepted = new ArrayList<>();
    List<TelegramCall> deadLetters = new ArrayList<>();
    Deque<TelegramCall> waiting = new ArrayDeque<>(List.of(call));
    int steps = 0;
    while (!waiting.isEmpty()) {
      assertThat(steps++).isLessThan(MOST_STEPS);
      TelegramCall next = waiting.pop();
      if (moods.nextInt(100) < mercy) {
        accepted.add(next);
        continue;
      }
      Rejection kind = Rejection.values()[moods.nextInt(Rejection.values().length)];
      Optional<Lower> lower = downgrade.next(next, kind);
      if (lower.isEmpty()) {
        deadLetters.add(next);
        accepted.add(next);
      } else {
        assertThat(lower.get().calls()).doesNotContain(next);
        lower.get().calls().reversed().forEach(waiting::push);
      }
    }
    assertThat(said(accepted)).contains(wordsOf(call.content()));
    if (deadLetters.isEmpty() && hadButtons(call.content())) {
      assertThat(accepted.subList(0, accepted.size() - 1))
          .noneMatch(each -> hadButtons(each.content()));
    }
  }

  @Property(tries = 150)
  void reachesTheBottomOfEveryKindOfRefusal(
      @ForAll("calls") TelegramCall call, @ForAll Rejection kind) {
    Deque<TelegramCall> waiting = new ArrayDeque<>(List.of(call));
    List<TelegramCall> bottom = new ArrayList<>();
    int steps = 0;
    while (!waiting.isEmpty()) {
      assertThat(steps++).isLessThan(MOST_STEPS);
      TelegramCall next = waiting.pop();
      downgrade
          .next(next, kind)
          .ifPresentOrElse(
              lower -> lower.calls().reversed().forEach(waiting::push), () -> bottom.add(next));
    }
    assertThat(said(bottom)).contains(wordsOf(call.content()));
  }

  /** All visible text in order; a file that stands for a text counts with what is in it. */
  private static String said(List<TelegramCall> calls) {
    var all = new StringBuilder();
    calls.forEach(call -> all.append(textOf(call.content())));
    return visible(all.toString());
  }

  private static String textOf(Content content) {
    return switch (content) {
      case TextContent text -> text.text();
      case PhotoContent photo -> photo.caption();
      case DocumentContent document -> TextFile.textOf(document).orElse(document.caption());
      case CallbackAnswer answer -> answer.text();
      case Deletion _, CommandMenu _ -> "";
    };
  }

  private static String wordsOf(Content content) {
    return visible(textOf(content));
  }

  /** The address that replaces a picture stands where the picture was, between the pieces. */
  private static String visible(String text) {
    return text.replace(ADDRESS, "").replaceAll("\\s+", "");
  }

  private static boolean hadButtons(Content content) {
    return switch (content) {
      case TextContent text -> !text.keyboard().isEmpty();
      case PhotoContent photo -> !photo.keyboard().isEmpty();
      case DocumentContent document -> !document.keyboard().isEmpty();
      case CallbackAnswer _, Deletion _, CommandMenu _ -> false;
    };
  }

  @Provide
  Arbitrary<Integer> mercies() {
    return Arbitraries.of(0, 10, 50);
  }

  @Provide
  Arbitrary<TelegramCall> calls() {
    var options =
        Arbitraries.of(
            SendOptions.NONE, new SendOptions(7, false, true), new SendOptions(1, true, false));
    var targets = Arbitraries.of(9L).injectNull(0.5);
    return Combinators.combine(contents(), options, targets)
        .as((content, option, target) -> new TelegramCall("42", content, option, target));
  }

  private Arbitrary<Content> contents() {
    Arbitrary<List<Entity>> entities =
        Arbitraries.of(
            List.of(), List.of(Entity.of("bold", 0, 2)), List.of(Entity.of("code", 1, 1)));
    Arbitrary<List<List<Button>>> keyboards =
        Arbitraries.of(List.of(), List.of(List.of(Button.callback("Go", "go"))));
    return Combinators.combine(kinds(), texts(), media(), entities, keyboards)
        .as(LadderTest::content);
  }

  private static Content content(
      int kind, String text, Media media, List<Entity> entities, List<List<Button>> keyboard) {
    return switch (kind) {
      case 0 -> new TextContent(text, entities, keyboard);
      case 1 -> new PhotoContent(media, text, entities, keyboard);
      case 2 -> new DocumentContent(media, text, entities, keyboard);
      case 3 -> new CallbackAnswer("q", text, true);
      default -> new Deletion(3L);
    };
  }

  private static Arbitrary<Integer> kinds() {
    return Arbitraries.frequency(
        Tuple.of(4, 0), Tuple.of(3, 1), Tuple.of(3, 2), Tuple.of(1, 3), Tuple.of(1, 4));
  }

  private static Arbitrary<String> texts() {
    var pieces = Arbitraries.of("word ", "😀", "👩‍👩‍👧‍👦 ", "line\n\n", "x", " ", "é");
    var counts = Arbitraries.of(0, 1, 3, 200, 300, 1100, 4000, 5000, 9000, 60_000);
    return Combinators.combine(pieces, counts, pieces)
        .as((piece, count, other) -> piece.repeat(count) + other);
  }

  private static Arbitrary<Media> media() {
    return Arbitraries.of(
        Media.url(ADDRESS),
        Media.fileId("AgAC-1"),
        Media.bytes(new byte[] {1, 2}, "a.png"),
        Media.bytes("another".getBytes(UTF_8), "message.txt"));
  }
}
