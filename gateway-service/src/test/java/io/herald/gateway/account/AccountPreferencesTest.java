package io.herald.gateway.account;

import static io.herald.gateway.account.Person.PATH;
import static io.herald.gateway.account.Person.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.gateway.RunningGateway;
import io.herald.model.json.Json;
import io.herald.model.topic.Lane;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code /api/telegram/preferences}. */
class AccountPreferencesTest {

  private final RunningGateway gateway = RunningGateway.shared();
  private final Person ann = Person.of(gateway);

  @Test
  void keepsPreferencesAsTheyWereSent() {
    assertThat(ann.get(PATH + "/preferences").body())
        .isEqualTo(
            "{\"enabled\":true,\"minimum_priority\":\"bulk\",\"quiet_hours\":null,\"zone\":\"UTC\","
                + "\"summary\":{\"enabled\":true,\"at\":\"09:00\",\"skip_quiet\":false}}");
    String mine =
        "{\"enabled\":true,\"minimum_priority\":\"standard\","
            + "\"quiet_hours\":{\"from\":\"22:00\",\"to\":\"07:30\"},\"zone\":\"Europe/Berlin\","
            + "\"summary\":{\"enabled\":false,\"at\":\"18:30\",\"skip_quiet\":true}}";

    HttpResponse<String> answer = ann.put(PATH + "/preferences", mine);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(json(answer)).isEqualTo(json(ann.get(PATH + "/preferences")));
    assertThat(json(answer).at("/quiet_hours/to").stringValue()).isEqualTo("07:30");
    assertThat(json(answer).at("/zone").stringValue()).isEqualTo("Europe/Berlin");
    assertThat(json(answer).get("summary"))
        .isEqualTo(Json.tree(mine.getBytes(UTF_8)).get("summary"));
    assertThat(ann.lastAccount().preferences().minimumPriority()).isEqualTo(Lane.STANDARD);
    assertThat(ann.put(PATH + "/preferences", answer.body()).statusCode()).isEqualTo(200);
    assertThat(json(ann.put(PATH + "/preferences", "{}")))
        .as("what is left out is as at first")
        .isEqualTo(json(Person.of(gateway).get(PATH + "/preferences")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"zone\":\"Europe/Nowhere\"} | /zone",
        "{\"zone\":5} | /zone",
        "{\"minimum_priority\":\"urgent\"} | /minimum_priority",
        "{\"enabled\":\"yes\"} | /enabled",
        "{\"quiet_hours\":{\"from\":\"25:00\",\"to\":\"07:00\"}} | /quiet_hours/from",
        "{\"quiet_hours\":{\"from\":\"22:00\"}} | /quiet_hours/to",
        "{\"quiet_hours\":{\"from\":\"22:00\",\"to\":\"22:00\"}} | /quiet_hours/to",
        "{\"quiet_hours\":{\"from\":\"22:00\",\"to\":\"7\"}} | /quiet_hours/to",
        "{\"quiet_hours\":\"22:00-07:00\"} | /quiet_hours",
        "{\"quiet_hours\":{\"from\":\"22:00\",\"to\":\"07:00\",\"x\":1}} | /quiet_hours/x",
        "{\"quietHours\":null} | /quietHours",
        "{\"summary\":{\"at\":\"9\"}} | /summary/at",
        "{\"summary\":{\"enabled\":1}} | /summary/enabled",
        "{\"summary\":{\"skip_quiet\":\"no\"}} | /summary/skip_quiet",
        "{\"summary\":{\"skipQuiet\":true}} | /summary/skipQuiet",
        "{\"summary\":true} | /summary",
        "[] | ``",
      })
  void namesWhatIsWrongWithPreferences(String body, String path) {
    HttpResponse<String> answer = ann.put(PATH + "/preferences", body);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).at("/errors/0/path").asString("")).isEqualTo(path);
    assertThat(json(answer).at("/errors").size()).isEqualTo(1);
  }

  @Test
  void namesAllThatIsWrongAtOnce() {
    var answer = ann.put(PATH + "/preferences", "{\"zone\":\"x y\",\"minimum_priority\":\"\\n!\"}");
    assertThat(json(answer).at("/errors").size()).isEqualTo(2);
  }

  @Test
  void namesAZoneAndHalfQuietHoursAtOnce() {
    String body = "{\"zone\":\"x y\",\"quiet_hours\":{\"from\":\"22:00\"}}";
    assertThat(json(ann.put(PATH + "/preferences", body)).at("/errors").valueStream())
        .extracting(error -> error.get("path").stringValue())
        .containsExactly("/zone", "/quiet_hours/to");
  }

  @Test
  void refusesJsonBeyondTheLimitsOfItsReader() {
    String deep = "{\"zone\":" + "[".repeat(600);
    assertThat(ann.put(PATH + "/preferences", deep).statusCode()).isEqualTo(400);
    assertThat(ann.post(PATH + "/verify", deep).statusCode()).isEqualTo(400);
  }
}
