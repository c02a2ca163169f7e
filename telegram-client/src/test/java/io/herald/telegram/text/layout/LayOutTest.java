package io.herald.telegram.text.layout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herald.model.json.Json;
import io.herald.model.message.Button;
import io.herald.model.message.Content;
import io.herald.model.message.DocumentContent;
import io.herald.model.message.Media;
import io.herald.model.message.PhotoContent;
import io.herald.model.message.TextContent;
import io.herald.model.topic.TopicSpec;
import io.herald.telegram.text.EntityType;
import io.herald.telegram.text.FormattedText;
import io.herald.telegram.text.markdown.ParseMarkdown;
import java.util.List;
import org.junit.jupiter.api.Test;

class LayOutTest {
  private static final List<List<Button>> KEYBOARD = List.of(List.of(Button.callback("ok", "ok")));
  private static final Media PHOTO = Media.fileId("photo");

  private final LayOut layOut = new LayOut(LayoutStyle.STANDARD);

  @Test
  void shortTextIsOneMessage() {
    FormattedText text = ParseMarkdown.parse("**hello** you");
    assertThat(layOut.text(text, KEYBOARD))
        .containsExactly(
            new TextContent("hello you", List.of(EntityType.BOLD.over(0, 5)), KEYBOARD));
  }

  @Test
  void textWithNothingToSeeIsNoMessage() {
    assertThat(layOut.text(FormattedText.plain(" \n\u200b"), KEYBOARD)).isEmpty();
  }

  @Test
  void longTextIsSeveralWithTheKeyboardOnTheLast() {
    List<Content> contents = layOut.text(FormattedText.plain("word ".repeat(2000)), KEYBOARD);
    assertThat(contents).hasSize(3).allMatch(content -> content instanceof TextContent);
    assertThat(contents)
        .extracting(content -> ((TextContent) content).keyboard())
        .containsExactly(List.of(), List.of(), KEYBOARD);
    assertThat(((TextContent) contents.get(1)).text()).endsWith("word\n[2/3]");
  }

  @Test
  void leavesOutPartsThatTelegramWouldRefuse() {
    String text = "a" + "\u200b".repeat(9000) + " b";
    LayOut unmarked = new LayOut(new LayoutStyle(10, false, "x.txt", "%d %s"));
    assertThat(unmarked.text(FormattedText.plain(text), List.of()))
        .hasSize(2)
        .noneMatch(content -> FormattedText.plain(((TextContent) content).text()).isBlank());
  }

  @Test
  void aPictureTakesItsCaption() {
    assertThat(layOut.photo(PHOTO, FormattedText.plain("x".repeat(1024)), KEYBOARD))
        .containsExactly(new PhotoContent(PHOTO, "x".repeat(1024), List.of(), KEYBOARD));
    assertThat(layOut.photo(PHOTO, FormattedText.EMPTY, KEYBOARD))
        .containsExactly(new PhotoContent(PHOTO, "", List.of(), KEYBOARD));
  }

  @Test
  void whatACaptionHasNoRoomForFollows() {
    List<Content> contents =
        layOut.photo(PHOTO, FormattedText.plain("word ".repeat(1000)), KEYBOARD);
    assertThat(contents).hasSize(2);
    PhotoContent photo = (PhotoContent) contents.getFirst();
    assertThat(photo.caption()).endsWith("word\n[1/2]").hasSizeBetween(1000, 1024);
    assertThat(photo.keyboard()).isEmpty();
    TextContent rest = (TextContent) contents.getLast();
    assertThat(rest.text()).startsWith("word").endsWith("[2/2]");
    assertThat(rest.keyboard()).isEqualTo(KEYBOARD);
  }

  @Test
  void aDocumentTakesItsCaptionToo() {
    List<Content> contents =
        layOut.document(PHOTO, FormattedText.plain("word ".repeat(1000)), KEYBOARD);
    assertThat(contents).hasSize(2);
    assertThat(((DocumentContent) contents.getFirst()).document()).isEqualTo(PHOTO);
  }

  @Test
  void veryLongTextIsAFileWithASummary() {
    FormattedText text =
        ParseMarkdown.parse("**Begin** [site](http://a.example/b) " + "wörd ".repeat(9000));
    List<Content> contents = layOut.text(text, KEYBOARD);
    assertThat(contents).hasSize(1);
    DocumentContent document = (DocumentContent) contents.getFirst();
    assertThat(document.document().name()).isEqualTo("message.txt");
    assertThat(new String(document.document().bytes(), UTF_8))
        .startsWith("Begin site (http://a.example/b) wörd wörd")
        .endsWith("wörd");
    assertThat(document.caption())
        .startsWith("Begin site wörd")
        .endsWith("wörd\n\n… 45010 characters: message.txt");
    assertThat(document.caption().codePointCount(0, document.caption().length()))
        .isBetween(1000, 1024);
    assertThat(document.entities()).hasSize(2);
    assertThat(document.keyboard()).isEqualTo(KEYBOARD);
  }

  @Test
  void aPictureWithVeryLongTextIsFollowedByTheFile() {
    List<Content> contents = layOut.photo(PHOTO, FormattedText.plain("x".repeat(50_000)), KEYBOARD);
    assertThat(contents).hasSize(2);
    assertThat(((PhotoContent) contents.getFirst()).caption()).isEmpty();
    assertThat(contents.getLast()).isInstanceOf(DocumentContent.class);
  }

  @Test
  void tenPartsAreStillMessages() {
    LayOut unmarked = new LayOut(new LayoutStyle(10, false, "x.txt", "%d %s"));
    assertThat(unmarked.text(FormattedText.plain("x".repeat(40_960)), List.of())).hasSize(10);
    assertThat(unmarked.text(FormattedText.plain("x".repeat(40_961)), List.of())).hasSize(1);
  }

  @Test
  void aFileFitsIntoARecordAndSaysWhereItWasCut() {
    Content content =
        layOut
            .text(FormattedText.plain("\u4e2d\ud83d\ude00 ".repeat(500_000)), KEYBOARD)
            .getFirst();
    byte[] bytes = ((DocumentContent) content).document().bytes();
    assertThat(bytes).hasSizeLessThanOrEqualTo(WriteFile.MOST_BYTES);
    assertThat(new String(bytes, UTF_8))
        .doesNotContain("\ufffd")
        .endsWith("\n\n[cut: the text has 3999999 bytes]\n");
    assertThat(Json.write(content)).hasSizeLessThan(TopicSpec.MAX_RECORD_BYTES * 3 / 4);
  }

  @Test
  void cutsAMessageThatTurnedOutTooLong() {
    TextContent text =
        new TextContent("x ".repeat(60), List.of(EntityType.BOLD.over(0, 120)), KEYBOARD);
    assertThat(LayOut.cut(text, 40, 100))
        .containsExactly(
            new TextContent(
                "x ".repeat(20).strip(), List.of(EntityType.BOLD.over(0, 39)), List.of()),
            new TextContent(
                "x ".repeat(40).strip(), List.of(EntityType.BOLD.over(0, 79)), List.of()));
    assertThat(LayOut.cut(TextContent.plain("\u200b"), 40, 100)).isEmpty();
  }

  @Test
  void refusesAStyleThatCanNotBeUsed() {
    assertThatThrownBy(() -> new LayoutStyle(0, true, "x", "x"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new LayoutStyle(1, true, "x", "%q"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
