package io.herald.gateway.page;

import io.herald.gateway.login.Login;
import java.util.HashMap;
import java.util.Map;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Where people begin who are not logged in, and where a login ends that failed. */
final class LoginPage {

  private final Login login;

  LoginPage(Login login) {
    this.login = login;
  }

  Mono<ServerResponse> show(ServerRequest request) {
    Map<String, Object> model = new HashMap<>();
    model.put("login", login);
    request.queryParams().keySet().stream()
        .flatMap(word -> Login.Trouble.of(word).stream())
        .findFirst()
        .ifPresent(trouble -> {
          model.put("news", news(trouble));
          model.put("bad", trouble != Login.Trouble.OUT);
        });
    return Html.ok(request, "login", model);
  }

  private static String news(Login.Trouble trouble) {
    return switch (trouble) {
      case OUT -> "You are logged out.";
      case EXPIRED -> "Your session has ended. Log in again to go on; nothing was changed.";
      case PROVIDER -> "The identity provider does not answer. Try again in a moment.";
      case DENIED -> "The identity provider did not let you in.";
      case CLAIM ->
          "The identity provider did not say who you are. Whoever runs Herald has to look at"
              + " HERALD_USER_CLAIM.";
      case STALE -> "That login was begun in another window or too long ago. Begin again.";
      case FAILED -> "The login did not work. Try again; if it goes on, tell whoever runs Herald.";
    };
  }
}
