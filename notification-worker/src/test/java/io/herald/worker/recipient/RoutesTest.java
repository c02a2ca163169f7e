package io.herald.worker.recipient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herald.model.notification.Recipient;
import io.herald.runtime.config.InvalidSetting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutesTest {

  @Test
  void namesListsOfRecipients() {
    Routes routes =
        Routes.parse(" oncall = chat:-100123 , user:ann@example.com ;reports=chat:@reports; ");

    assertThat(routes.find("oncall"))
        .hasValueSatisfying(it ->
            assertThat(it)
                .containsExactly(Recipient.chat("-100123"), Recipient.user("ann@example.com")));
    assertThat(routes.find("reports"))
        .hasValueSatisfying(it -> assertThat(it).containsExactly(Recipient.chat("@reports")));
    assertThat(routes.find("nobody")).isEmpty();
    assertThat(Routes.parse(" ").find("oncall")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          oncall                       | route oncall has no recipients
          oncall=                      | route oncall has no recipients
          on call=chat:1               | its name has 1 to 64
          =chat:1                      | its name has 1 to 64
          a=chat:1;a=chat:2            | route a is there twice
          a=1                          | route a: a recipient is chat:<id>
          a=chat:here                  | route a: a recipient is chat:<id>
          a=user:                      | route a: a recipient is chat:<id>
          a=route:b                    | route a: a recipient is chat:<id>
          """)
  void namesWhatIsWrong(String text, String problem) {
    assertThatThrownBy(() -> Routes.parse(text))
        .isInstanceOf(InvalidSetting.class)
        .hasMessageStartingWith("HERALD_ROUTES: ")
        .hasMessageContaining(problem);
  }
}
