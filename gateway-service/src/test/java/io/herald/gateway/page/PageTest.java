package io.herald.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.backends.Backends;
import io.herald.gateway.RunningGateway;
import io.herald.gateway.login.FakeProvider;
import io.herald.gateway.login.Visitor;
import io.herald.local.process.Ports;
import java.net.http.HttpResponse;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages and forms of a running gateway, for somebody who has not linked. */
class PageTest {

  private static final int PORT = Ports.free();
  private static final FakeProvider PROVIDER = FakeProvider.start();
  private static RunningGateway gateway;
  private static Visitor ann;

  @BeforeAll
  static void start() {
    gateway = RunningGateway.start(Backends.kafka(), Backends.redis(), PROVIDER.settings(PORT));
    ann = new Visitor(PORT).logIn();
    // The index of accounts has to be complete before anybody is told anything.
    Awaitility.await().until(() -> ann.get("/").body().contains("data-state=\"NOT_LINKED\""));
  }

  @AfterAll
  static void stop() {
    gateway.close();
    PROVIDER.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/history",
        "/history?state=FAILED",
        "/login",
        "/history/trace?id=x",
        "/schedules",
        "/schedules/one?id=x"
      })
  void everyPageForbidsWhatIsNotOurs(String path) {
    HttpResponse<String> page = ann.get(path);
    assertThat(page.body()).contains("<!DOCTYPE html>");
    assertThat(header(page, "Content-Security-Policy"))
        .contains("default-src 'none'", "script-src 'self'", "style-src 'self'")
        .contains("frame-ancestors 'none'", "base-uri 'none'", PROVIDER.issuer())
        .doesNotContain("unsafe");
    assertThat(header(page, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(page, "Referrer-Policy")).isEqualTo("same-origin");
    assertThat(header(page, "Cache-Control")).contains("no-store");
    assertThat(page.body()).doesNotContain("style=", "<style", "onclick=");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/assets/herald.css", "/assets/page.js", "/assets/htmx.js", "/assets/icon.svg"})
  void whatThePagesNeedIsThereForEverybody(String path) {
    HttpResponse<String> file = new Visitor(PORT).get(path);
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(header(file, "Cache-Control")).isEqualTo("max-age=3600");
  }

  @Test
  void somebodyNewIsShownHowToLink() {
    assertThat(ann.get("/").body())
        .contains("With a code", "Nothing has come for you yet")
        .contains("hx-get=\"/account/telegram?until=");
    assertThat(ann.get("/history").body()).contains("Nothing has come for you in the last seven");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          12 | The code has six digits.
          <b> | The code has six digits.
          000000 | That code is wrong or too old.
          """)
  void aWrongCodeIsToldNextToTheField(String code, String problem) {
    HttpResponse<String> part = ann.submit("/account/telegram/verify", Map.of("code", code));
    assertThat(part.statusCode()).isEqualTo(422);
    assertThat(part.body()).contains(problem, "id=\"code-problem\"").doesNotContain("<html", "<b>");
  }

  @Test
  void withoutHtmxAProblemIsAPage() {
    String token = Visitor.token(ann.get("/").body());
    HttpResponse<String> page =
        ann.submitPlainly("/account/telegram/verify", Map.of("code", "1"), token);
    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body()).contains("<!DOCTYPE html>", "The code has six digits.");
  }

  @Test
  void aTestMessageNeedsALink() {
    HttpResponse<String> part = ann.submit("/account/telegram/test", Map.of());
    assertThat(part.statusCode()).isEqualTo(422);
    assertThat(part.body()).contains("No Telegram is linked any more");
  }

  @Test
  void preferencesAreKeptAndWrongOnesAreTold() {
    Map<String, String> night =
        Map.of(
            "enabled", "on", "minimum", "standard", "from", "22:00", "to", "07:00", "zone", "UTC");
    HttpResponse<String> saved = ann.submit("/account/preferences", night);
    assertThat(saved.statusCode()).isEqualTo(200);
    assertThat(saved.body()).contains("Saved.", "value=\"22:00\"");
    assertThat(ann.get("/").body()).contains("value=\"22:00\"", "value=\"07:00\"");

    HttpResponse<String> wrong =
        ann.submit(
            "/account/preferences", Map.of("minimum", "loud", "from", "22:00", "zone", "Mars"));
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body())
        .contains("It must be one of interactive, standard, bulk.")
        .contains("It must be a zone", "value=\"Mars\"");
  }

  @Test
  void whatIsNotThereIsSaidInPlainWords() {
    HttpResponse<String> page = ann.get("/history/trace?id=nobody-sent-this");
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).contains("There is no such notification among yours");
  }

  @Test
  void aGatewayWithoutAProviderSaysHowToGetOne() {
    Visitor anybody = new Visitor(RunningGateway.shared().port());
    assertThat(Visitor.location(anybody.get("/"))).isEqualTo("/login");
    assertThat(anybody.get("/login").body())
        .contains("login is not configured", "HERALD_OIDC_ISSUER_URI")
        .doesNotContain("data-testid=\"log-in\"");
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
