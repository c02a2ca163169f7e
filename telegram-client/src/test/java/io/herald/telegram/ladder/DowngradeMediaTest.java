package io.herald.telegram.ladder;

import io.herald.model.message.DocumentContent;
import io.herald.model.message.Media;
import io.herald.model.message.PhotoContent;
import io.herald.model.message.TextContent;
import io.herald.telegram.outcome.Rejection;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Steps of pictures and files. */
class DowngradeMediaTest extends DowngradeFixture {

  private static final Media BYTES = Media.bytes(new byte[] {1, 2}, "a.png");
  private static final Media KNOWN = Media.fileId("AgAC-1");

  @Test
  void aPictureOfTheWrongShapeIsAFile() {
    assertStep(
        new PhotoContent(LINK, "Hello", BOLD, KEYBOARD),
        Rejection.PHOTO_DIMENSIONS,
        Downgrade.PHOTO_AS_DOCUMENT,
        new DocumentContent(LINK, "Hello", BOLD, KEYBOARD));
  }

  @Test
  void aRefusedUploadIsTriedAsAFileFirst() {
    assertStep(
        new PhotoContent(BYTES, "Hello", BOLD, KEYBOARD),
        Rejection.MEDIA_REFUSED,
        Downgrade.PHOTO_AS_DOCUMENT,
        new DocumentContent(BYTES, "Hello", BOLD, KEYBOARD));
    assertStep(
        new DocumentContent(BYTES, "Hello", BOLD, KEYBOARD),
        Rejection.MEDIA_REFUSED,
        Downgrade.TEXT_WITHOUT_MEDIA,
        new TextContent("Hello", BOLD, KEYBOARD));
  }

  @Test
  void whatTelegramCannotFetchIsLinkedTo() {
    assertStep(
        new PhotoContent(LINK, "Hello", BOLD, KEYBOARD),
        Rejection.MEDIA_REFUSED,
        Downgrade.TEXT_WITHOUT_MEDIA,
        new TextContent("Hello\n\nhttps://p.example/a.png", BOLD, KEYBOARD));
    assertStep(
        new DocumentContent(LINK, "", List.of(), KEYBOARD),
        Rejection.MEDIA_REFUSED,
        Downgrade.TEXT_WITHOUT_MEDIA,
        new TextContent("https://p.example/a.png", List.of(), KEYBOARD));
  }

  @Test
  void aPictureThatTelegramLostLeavesItsCaption() {
    assertStep(
        new PhotoContent(KNOWN, "Hello", BOLD, KEYBOARD),
        Rejection.MEDIA_REFUSED,
        Downgrade.TEXT_WITHOUT_MEDIA,
        new TextContent("Hello", BOLD, KEYBOARD));
    assertEnd(new PhotoContent(KNOWN, "", List.of(), KEYBOARD), Rejection.MEDIA_REFUSED);
  }

  @Test
  void aStoredFileThatIsGoneLeavesItsCaption() {
    Media stored = Media.blob("b", null);
    assertStep(
        new PhotoContent(stored, "Hello", BOLD, KEYBOARD),
        Rejection.FILE_GONE,
        Downgrade.TEXT_WITHOUT_MEDIA,
        new TextContent("Hello", BOLD, KEYBOARD));
    assertStep(
        new PhotoContent(stored, "Hello", BOLD, KEYBOARD),
        Rejection.PHOTO_DIMENSIONS,
        Downgrade.PHOTO_AS_DOCUMENT,
        new DocumentContent(stored, "Hello", BOLD, KEYBOARD));
    assertEnd(new PhotoContent(stored, "", List.of(), KEYBOARD), Rejection.FILE_GONE);
  }
}
