package io.herald.telegram.ladder;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.model.message.CallbackAnswer;
import io.herald.model.message.Deletion;
import io.herald.model.message.DocumentContent;
import io.herald.model.message.Entity;
import io.herald.model.message.PhotoContent;
import io.herald.model.message.SendOptions;
import io.herald.model.message.TextContent;
import io.herald.telegram.delivery.TelegramCall;
import io.herald.telegram.outcome.Rejection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DowngradeTest extends DowngradeFixture {

  @Test
  void refusedFormattingIsDropped() {
    assertStep(
        new TextContent("Hello", BOLD, KEYBOARD),
        Rejection.MARKUP,
        Downgrade.PLAIN_TEXT,
        new TextContent("Hello", List.of(), KEYBOARD));
    assertStep(
        new PhotoContent(LINK, "Hello", BOLD, KEYBOARD),
        Rejection.MARKUP,
        Downgrade.PLAIN_TEXT,
        new PhotoContent(LINK, "Hello", List.of(), KEYBOARD));
    assertEnd(TextContent.plain("Hello"), Rejection.MARKUP);
  }

  @Test
  void addressesOfLinksStayAsText() {
    var links =
        List.of(
            new Entity("text_link", 0, 5, "https://a.example", null),
            new Entity("text_link", 6, 5, "https://b.example", null),
            new Entity("text_link", 0, 5, "tg://user?id=1", null));

    assertStep(
        new TextContent("Hello there", links, List.of()),
        Rejection.MARKUP,
        Downgrade.PLAIN_TEXT,
        TextContent.plain("Hello (https://a.example) there (https://b.example)"));
  }

  @Test
  void offsetsThatWereRefusedAreNotTrusted() {
    var wrong =
        List.of(
            new Entity("text_link", 1, Integer.MAX_VALUE, "https://a.example", null),
            new Entity("text_link", -9, 1, "https://b.example", null),
            new Entity("text_link", 0, 1, "https://c.example", null));

    assertStep(
        new TextContent("😀", wrong, List.of()),
        Rejection.MARKUP,
        Downgrade.PLAIN_TEXT,
        TextContent.plain(" (https://b.example)😀 (https://c.example) (https://a.example)"));
  }

  @Test
  void refusedButtonsAreDroppedAndTheTextStays() {
    assertStep(
        new TextContent("Hello", BOLD, KEYBOARD),
        Rejection.KEYBOARD,
        Downgrade.WITHOUT_KEYBOARD,
        new TextContent("Hello", BOLD, List.of()));
    assertEnd(TextContent.plain("Hello"), Rejection.KEYBOARD);
  }

  @Test
  void aTextThatIsTooLongGoesInPartsWithTheButtonsBelowTheLast() {
    var text = new TextContent("a".repeat(4096) + "b".repeat(10), BOLD, KEYBOARD);

    assertStep(
        text,
        Rejection.TOO_LONG,
        Downgrade.SPLIT,
        new TextContent("a".repeat(4096), BOLD, List.of()),
        new TextContent("b".repeat(10), BOLD, KEYBOARD));
  }

  @Test
  void onlyTheFirstPartOfAnEditIsAnEdit() {
    var edit =
        new TelegramCall(
            "42", TextContent.plain("a".repeat(5000)), new SendOptions(7, true, true), 9L);

    assertThat(downgrade.next(edit, Rejection.TOO_LONG).orElseThrow().calls())
        .extracting(TelegramCall::target)
        .containsExactly(9L, null);
    assertThat(downgrade.next(edit, Rejection.TOO_LONG).orElseThrow().calls())
        .extracting(TelegramCall::options)
        .containsOnly(edit.options());
  }

  @Test
  void whatWouldTakeTooManyPartsIsAFile() {
    String text = "word ".repeat(10_000);
    Lower lower = next(new TextContent(text, BOLD, KEYBOARD), Rejection.TOO_LONG).orElseThrow();

    assertThat(lower.step()).isEqualTo(Downgrade.AS_DOCUMENT);
    assertThat(lower.calls())
        .singleElement()
        .extracting(TelegramCall::content)
        .isInstanceOfSatisfying(
            DocumentContent.class,
            file -> {
              assertThat(file.document().bytes()).isEqualTo(text.getBytes(UTF_8));
              assertThat(file.document().name()).isEqualTo("message.txt");
              assertThat(file.caption()).startsWith("word word").endsWith("word…").hasSize(300);
              assertThat(file.keyboard()).isEqualTo(KEYBOARD);
            });
  }

  @Test
  void aSummaryCutsNoGrapheme() {
    String family = "👩‍👩‍👧‍👦";
    var file = TextFile.of(family.repeat(5000), List.of());

    assertThat(file.caption()).endsWith("👦…");
    assertThat(TextFile.textOf(file)).contains(family.repeat(5000));
  }

  @Test
  void aTextThatIsRefusedAlthoughItFitsIsAFile() {
    Lower lower = next(TextContent.plain("short"), Rejection.TOO_LONG).orElseThrow();

    assertThat(lower.step()).isEqualTo(Downgrade.AS_DOCUMENT);
  }

  @Test
  void whereFilesAreForbiddenTheTextComesBackInParts() {
    String text = "a".repeat(50_000);
    var file = next(TextContent.plain(text), Rejection.TOO_LONG).orElseThrow().calls().getFirst();

    Lower lower = downgrade.next(file, Rejection.MEDIA_REFUSED).orElseThrow();

    assertThat(lower.step()).isEqualTo(Downgrade.SPLIT);
    assertThat(lower.calls()).hasSize(13);
  }

  @Test
  void aLongCaptionGoesOnBelowThePicture() {
    var photo = new PhotoContent(LINK, "a".repeat(1024) + "b".repeat(5), BOLD, KEYBOARD);

    assertStep(
        photo,
        Rejection.TOO_LONG,
        Downgrade.SPLIT,
        new PhotoContent(LINK, "a".repeat(1024), BOLD, List.of()),
        new TextContent("b".repeat(5), BOLD, KEYBOARD));
  }

  @Test
  void aCaptionThatIsRefusedAlthoughItFitsStandsBelow() {
    assertStep(
        new DocumentContent(LINK, "Hello", BOLD, KEYBOARD),
        Rejection.TOO_LONG,
        Downgrade.SPLIT,
        new DocumentContent(LINK, "", List.of(), List.of()),
        new TextContent("Hello", BOLD, KEYBOARD));
    assertEnd(new PhotoContent(LINK, "", List.of(), List.of()), Rejection.TOO_LONG);
  }

  @Test
  void aTopicThatIsGoneIsLeft() {
    var call =
        new TelegramCall("42", TextContent.plain("Hi"), new SendOptions(7, true, true), null);
    Lower lower = downgrade.next(call, Rejection.THREAD_GONE).orElseThrow();

    assertThat(lower.step()).isEqualTo(Downgrade.WITHOUT_THREAD);
    assertThat(lower.calls())
        .containsExactly(
            new TelegramCall("42", call.content(), new SendOptions(null, true, true), null));
    assertThat(downgrade.next(lower.calls().getFirst(), Rejection.THREAD_GONE)).isEmpty();
  }

  @Test
  void anEditWithoutItsTargetIsANewMessage() {
    var edit = new TelegramCall("42", TextContent.plain("Hi"), SendOptions.NONE, 9L);
    Lower lower = downgrade.next(edit, Rejection.EDIT_TARGET_GONE).orElseThrow();

    assertThat(lower.step()).isEqualTo(Downgrade.NEW_MESSAGE);
    assertThat(lower.calls())
        .containsExactly(new TelegramCall("42", edit.content(), SendOptions.NONE, null));
    assertThat(downgrade.next(lower.calls().getFirst(), Rejection.EDIT_TARGET_GONE)).isEmpty();
  }

  @Test
  void whatADialogCannotHoldIsAMessage() {
    assertStep(
        new CallbackAnswer("q", "Much to say", true),
        Rejection.TOO_LONG,
        Downgrade.AS_MESSAGE,
        new CallbackAnswer("q", "", false),
        TextContent.plain("Much to say"));
    assertEnd(new CallbackAnswer("q", "", false), Rejection.TOO_LONG);
  }

  @ParameterizedTest
  @EnumSource(Rejection.class)
  void thereIsNothingBelowADeletion(Rejection kind) {
    var call = new TelegramCall("42", new Deletion(7L), SendOptions.NONE, 9L);

    assertThat(downgrade.next(call, kind)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"QUERY_EXPIRED", "NOT_ALLOWED", "OTHER"})
  void whatNothingElseWouldChangeEnds(Rejection kind) {
    assertEnd(new TextContent("Hello", BOLD, KEYBOARD), kind);
  }
}
