package io.herald.gateway.upload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ImageTypeTest {

  @Test
  void knowsPicturesByHowTheyBegin() {
    assertThat(ImageType.of(Pictures.png(100))).contains(ImageType.PNG);
    assertThat(ImageType.of(Pictures.beginning("\u00ff\u00d8\u00ff\u00e0", 9)))
        .contains(ImageType.JPEG);
    assertThat(ImageType.of(Pictures.beginning("GIF89a", 6))).contains(ImageType.GIF);
    assertThat(ImageType.of(Pictures.beginning("RIFF\u0000\u0000\u0000\u0000WEBP", 30)))
        .contains(ImageType.WEBP);
  }

  @Test
  void isNotFooledByAnythingElse() {
    for (String other :
        new String[] {"", "PNG", "\u0089PNG", "%PDF-1.7", "<svg>", "RIFFxxxxWAVE"}) {
      assertThat(ImageType.of(Pictures.beginning(other, other.length()))).isEmpty();
    }
  }
}
