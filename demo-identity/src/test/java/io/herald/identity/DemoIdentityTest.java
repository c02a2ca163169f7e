package io.herald.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The code flow as a browser and Herald go through it. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"PUBLIC_BASE_URL=http://herald.test/", "HERALD_OIDC_CLIENT_SECRET=s3cret"})
class DemoIdentityTest {

  private static final String BACK = "http://herald.test/login/oauth2/code/herald";
  // RFC 7636, appendix B.
  private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
  private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  private final HttpClient browser =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

  @LocalServerPort private int port;

  @Test
  void annSignsInAndHeraldLearnsWhoSheIs() throws Exception {
    String token = exchange(codeFor("ann@example.com", "demo-ann"));

    assertThat(token).contains("\"id_token\"");
    assertThat(claims(token))
        .contains("\"sub\":\"ann@example.com\"")
        .contains("\"name\":\"Ann Example\"")
        .contains("\"email\":\"ann@example.com\"");
  }

  @Test
  void olgaIsAnAdmin() throws Exception {
    assertThat(claims(exchange(codeFor("olga@example.com", "demo-olga"))))
        .contains("\"roles\":[\"admin\"]");
  }

  @Test
  void aWrongPasswordIsToldAndTheFormIsThereAgain() throws Exception {
    authorize(CHALLENGE);
    HttpResponse<String> answer = signIn("ann@example.com", "wrong");

    assertThat(location(answer)).endsWith("/login?error");
    assertThat(get("/login?error").body()).contains("do not belong together");
  }

  @Test
  void aRequestWithoutProofKeyIsRefused() throws Exception {
    signIn("ben@example.com", "demo-ben");

    assertThat(location(authorize(""))).startsWith(BACK + "?error=invalid_request");
  }

  @Test
  void nobodyIsSentToAnotherAddress() throws Exception {
    signIn("ben@example.com", "demo-ben");
    HttpResponse<String> answer =
        get(authorizePath(CHALLENGE).replace("herald.test", "elsewhere.test"));

    assertThat(answer.statusCode()).isEqualTo(400);
  }

  @Test
  void loggingOutWithATokenThatIsNotKnownEndsAtHerald() throws Exception {
    assertThat(location(get("/connect/logout?id_token_hint=from-before-a-restart")))
        .isEqualTo("http://herald.test/login?out");
  }

  private String codeFor(String email, String password) throws Exception {
    assertThat(location(authorize(CHALLENGE))).endsWith("/login");
    HttpResponse<String> signedIn = signIn(email, password);
    String back = location(get(URI.create(location(signedIn))));
    assertThat(back).startsWith(BACK + "?code=").contains("&state=xyz");
    return back.replaceAll(".*[?&]code=([^&]+).*", "$1");
  }

  private HttpResponse<String> authorize(String challenge) throws Exception {
    return get(authorizePath(challenge));
  }

  private static String authorizePath(String challenge) {
    return "/oauth2/authorize?response_type=code&client_id=herald&scope=openid%20profile%20email&state=xyz"
        + "&redirect_uri="
        + encoded(BACK)
        + (challenge.isEmpty() ? "" : "&code_challenge_method=S256&code_challenge=" + challenge);
  }

  private HttpResponse<String> signIn(String email, String password) throws Exception {
    Matcher token =
        Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(get("/login").body());
    assertThat(token.find()).isTrue();
    String form =
        "username=%s&password=%s&_csrf=%s"
            .formatted(encoded(email), encoded(password), encoded(token.group(1)));
    return send(post("/login", form));
  }

  private String exchange(String code) throws Exception {
    String form =
        "grant_type=authorization_code&code=%s&redirect_uri=%s&code_verifier=%s"
            .formatted(code, encoded(BACK), VERIFIER);
    String client = Base64.getEncoder().encodeToString("herald:s3cret".getBytes());
    return send(post("/oauth2/token", form).header("Authorization", "Basic " + client)).body();
  }

  private static String claims(String token) {
    String payload = token.replaceAll(".*\"id_token\":\"[^.]+\\.([^.]+)\\..*", "$1");
    return new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8);
  }

  private HttpRequest.Builder post(String path, String form) {
    return HttpRequest.newBuilder(address(path))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(form));
  }

  private HttpResponse<String> get(String path) throws Exception {
    return get(address(path));
  }

  private HttpResponse<String> get(URI address) throws Exception {
    return send(HttpRequest.newBuilder(address).header("Accept", "text/html"));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private URI address(String path) {
    return URI.create("http://localhost:" + port + path);
  }

  private static String location(HttpResponse<?> answer) {
    return answer.headers().firstValue("Location").orElse("no redirect: " + answer.statusCode());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
