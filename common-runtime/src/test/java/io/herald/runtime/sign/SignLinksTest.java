package io.herald.runtime.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignLinksTest {

  private static final Instant EXPIRES = Instant.ofEpochSecond(1_767_225_600);

  private final SignLinks links =
      new SignLinks(SigningTest.signing("a secret of thirty-two characters"));

  @Test
  void writesALinkThatItAccepts() {
    URI link = URI.create(links.path("jabc", "Sigur Rós/100% & more?.mp3", EXPIRES));

    assertThat(link.getPath()).isEqualTo("/files/jabc/Sigur Rós/100% & more?.mp3");
    String[] query = link.getRawQuery().split("&signature=");
    assertThat(query[0]).isEqualTo("expires=1767225600");
    assertThat(links.isSigned("jabc", "Sigur Rós/100% & more?.mp3", "1767225600", query[1]))
        .isTrue();
  }

  @Test
  void refusesAnotherJobFileOrExpiry() {
    String signature = links.path("jabc", "a.mp3", EXPIRES).split("signature=")[1];

    assertThat(links.isSigned("jabc", "a.mp3", "1767225600", signature)).isTrue();
    assertThat(links.isSigned("jabd", "a.mp3", "1767225600", signature)).isFalse();
    assertThat(links.isSigned("jabc", "b.mp3", "1767225600", signature)).isFalse();
    assertThat(links.isSigned("jabc", "a.mp3", "1767225601", signature)).isFalse();
  }
}
