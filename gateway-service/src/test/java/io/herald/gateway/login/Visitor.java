package io.herald.gateway.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with a browser: keeps cookies, and follows redirects only when told to. */
public final class Visitor {

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final String base;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();

  /** A browser that has never been there. */
  public Visitor(int gatewayPort) {
    this.base = "http://localhost:" + gatewayPort;
  }

  /** One page, wherever it leads. */
  public HttpResponse<String> get(String path) {
    return send(request(path));
  }

  /** A part of a page, as htmx asks for it. */
  public HttpResponse<String> part(String path) {
    return send(request(path).header("HX-Request", "true"));
  }

  /** Through the provider and back. */
  public Visitor logIn() {
    HttpResponse<String> answer = get("/oauth2/authorization/herald");
    for (int turn = 0; turn < 2; turn++) {
      answer = get(location(answer));
    }
    assertThat(location(answer)).isEqualTo("/");
    return this;
  }

  /** Fills in a form of the home page, as htmx sends it. */
  public HttpResponse<String> submit(String path, Map<String, String> fields) {
    return send(form(path, fields, token(get("/").body())).header("HX-Request", "true"));
  }

  /** Fills in a form without htmx; the token may be wrong. */
  public HttpResponse<String> submitPlainly(String path, Map<String, String> fields, String token) {
    return send(form(path, fields, token));
  }

  /** The token of the forms of a page. */
  public static String token(String page) {
    Matcher found = TOKEN.matcher(page);
    assertThat(found.find()).as("a form with a token").isTrue();
    return found.group(1);
  }

  /** Where an answer leads to. */
  public static String location(HttpResponse<?> answer) {
    return answer.headers().firstValue("Location").orElse("nowhere: " + answer.statusCode());
  }

  List<HttpCookie> cookies() {
    return cookies.getCookieStore().getCookies();
  }

  void keep(String name, String value) {
    HttpCookie cookie = new HttpCookie(name, value);
    cookie.setPath("/");
    cookie.setVersion(0);
    cookies.getCookieStore().add(URI.create(base), cookie);
  }

  private HttpRequest.Builder form(String path, Map<String, String> fields, String token) {
    String body =
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&", "_csrf=" + encoded(token) + "&", ""));
    return request(path)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(path.startsWith("/") ? base + path : path))
        .header("Accept", "text/html,*/*;q=0.1");
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
