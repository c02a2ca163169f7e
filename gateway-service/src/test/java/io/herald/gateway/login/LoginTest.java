package io.herald.gateway.login;

import static io.herald.gateway.login.Visitor.location;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.backends.Backends;
import io.herald.gateway.RunningGateway;
import io.herald.local.process.Ports;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A gateway with a provider, and what it lets whom do. */
class LoginTest {

  private static final int PORT = Ports.free();
  private static final FakeProvider PROVIDER = FakeProvider.start();
  private static RunningGateway gateway;

  @BeforeAll
  static void start() {
    gateway = RunningGateway.start(Backends.kafka(), Backends.redis(), PROVIDER.settings(PORT));
  }

  @AfterAll
  static void stop() {
    gateway.close();
    PROVIDER.close();
  }

  @AfterEach
  void asBefore() {
    PROVIDER.signWithAnotherKey(false);
    PROVIDER.signIn("ann@example.com");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/history", "/history/trace?id=x", "/account/telegram"})
  void strangersAreSentToTheLoginPage(String path) {
    HttpResponse<String> answer = new Visitor(PORT).get(path);
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(location(answer)).isEqualTo("http://localhost:" + PORT + "/login");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/%68istory", "/history;x=1", "/history;x=1/trace?id=x", "/%61ccount/x"})
  void aPageThatIsSpelledOtherwiseIsGuardedAsWell(String path) {
    assertThat(new Visitor(PORT).get(path).statusCode()).isIn(302, 400);
    assertThat(new Visitor(PORT).logIn().get(path).statusCode()).isNotEqualTo(500);
  }

  @Test
  void theLoginPageLeadsToTheProviderAndBack() {
    Visitor ann = new Visitor(PORT);
    assertThat(ann.get("/login").body())
        .contains("href=\"http://localhost:" + PORT + "/oauth2/authorization/herald\"");
    assertThat(location(ann.get("/oauth2/authorization/herald")))
        .startsWith(PROVIDER.issuer() + "/authorize?")
        .contains("code_challenge_method=S256", "nonce=", "scope=openid%20profile%20email")
        .contains("redirect_uri=http://localhost:" + PORT + "/login/oauth2/code/herald");
    assertThat(ann.logIn().get("/history").body()).contains("Ann Example", "Log out");
  }

  @Test
  void aPartOfAPageThatStoodOpenTooLongLeadsToTheLoginPage() {
    HttpResponse<String> answer = new Visitor(PORT).part("/history/row?id=x");
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("HX-Redirect"))
        .hasValue("http://localhost:" + PORT + "/login?expired");
    assertThat(new Visitor(PORT).get("/login?expired").body()).contains("Your session has ended");
  }

  @Test
  void loggingOutEndsTheSessionHereAndAtTheProvider() {
    Visitor ann = new Visitor(PORT).logIn();
    String token = Visitor.token(ann.get("/history").body());
    assertThat(location(ann.submitPlainly("/logout", Map.of(), token)))
        .startsWith(PROVIDER.issuer() + "/logout?client_id=herald&post_logout_redirect_uri=")
        .contains("id_token_hint=ey");
    assertThat(location(ann.get("/history"))).endsWith("/login");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "AAAA"})
  void aFormWithoutItsTokenIsRefused(String token) {
    Visitor ann = new Visitor(PORT).logIn();
    for (String path : new String[] {"/logout", "/account/telegram/unlink"}) {
      assertThat(ann.submitPlainly(path, Map.of(), token).statusCode()).isEqualTo(403);
    }
    assertThat(ann.get("/history").statusCode()).isEqualTo(200);
  }

  @Test
  void aChangedOrForeignCookieIsNobody() {
    Visitor ann = new Visitor(PORT).logIn();
    String session =
        ann.cookies().stream()
            .filter(cookie -> cookie.getName().equals("herald"))
            .findFirst()
            .orElseThrow()
            .getValue();
    Visitor other = new Visitor(PORT);
    other.keep("herald", session);
    assertThat(other.get("/history").statusCode()).isEqualTo(200);
    other.keep("herald", session.substring(0, 40) + "x" + session.substring(41));
    assertThat(other.get("/history").statusCode()).isEqualTo(302);
    other.keep("herald", new Seal("another secret").seal("herald", "{}".getBytes()));
    assertThat(other.get("/history").statusCode()).isEqualTo(302);
  }

  @Test
  void anAnswerThatNobodyAskedForIsNotTaken() {
    Visitor ann = new Visitor(PORT);
    ann.get("/oauth2/authorization/herald");
    HttpResponse<String> answer = ann.get("/login/oauth2/code/herald?code=stolen&state=guessed");
    assertThat(location(answer)).endsWith("/login?stale");
    assertThat(ann.get("/login?stale").body()).contains("begun in another window");
  }

  @Test
  void aTokenThatTheProviderDidNotSignIsNotTaken() {
    PROVIDER.signWithAnotherKey(true);
    Visitor eve = new Visitor(PORT);
    HttpResponse<String> there = eve.get(location(eve.get("/oauth2/authorization/herald")));
    assertThat(location(eve.get(location(there)))).endsWith("/login?failed");
    assertThat(location(eve.get("/history"))).endsWith("/login");
  }

  @Test
  void theProviderMaySayNo() {
    Visitor ann = new Visitor(PORT);
    String asked = location(ann.get("/oauth2/authorization/herald"));
    String state = asked.replaceAll(".*[?&]state=([^&]+).*", "$1");
    assertThat(location(ann.get("/login/oauth2/code/herald?error=access_denied&state=" + state)))
        .endsWith("/login?denied");
  }

  @Test
  void theApiKnowsNothingOfAllThis() {
    Visitor program = new Visitor(PORT);
    HttpResponse<String> answer = program.get("/actuator/health");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().map())
        .doesNotContainKeys("set-cookie", "content-security-policy", "x-frame-options");
    HttpResponse<String> form = program.submitPlainly("/api/nothing", Map.of(), "");
    assertThat(form.statusCode()).isEqualTo(404);
    // The pages' firewall would answer 400.
    assertThat(program.get("/api/nothing//of%2Fthe;kind").statusCode()).isEqualTo(404);
    assertThat(program.cookies()).isEmpty();
  }
}
