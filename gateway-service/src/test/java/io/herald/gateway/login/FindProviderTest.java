package io.herald.gateway.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.local.process.Ports;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

class FindProviderTest {

  private static final String BACK = "http://localhost/login/oauth2/code/herald";

  @Test
  void aProviderThatIsAwayIsAskedAgainAndFoundLater() {
    int port = Ports.free();
    FindProvider find = finder("http://localhost:" + port);
    StepVerifier.create(find.find()).verifyError(ProviderGone.class);
    try (FakeProvider _ = FakeProvider.at(port)) {
      StepVerifier.create(find.find())
          .assertNext(found -> {
            assertThat(found.getRedirectUri()).isEqualTo(BACK);
            assertThat(found.getClientSettings().isRequireProofKey()).isTrue();
          })
          .verifyComplete();
    }
    StepVerifier.create(find.find()).expectNextCount(1).verifyComplete();
  }

  @Test
  void aProviderThatCallsItselfOtherwiseIsNotTheOne() {
    try (FakeProvider provider = FakeProvider.start()) {
      FindProvider find = finder(provider.issuer().replace("localhost", "127.0.0.1"));
      StepVerifier.create(find.find()).verifyError(ProviderGone.class);
    }
  }

  private static FindProvider finder(String issuer) {
    LoginSettings settings =
        new LoginSettings(issuer, "herald", FakeProvider.SECRET, "sub", Duration.ofHours(8));
    return new FindProvider(settings, BACK, AskProvider.http());
  }
}
