package io.herald.gateway.page;

import io.herald.gateway.login.PagePerson;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Renders pages, and the parts of pages that htmx asks for. */
final class Html {

  private static final String HTMX = "HX-Request";
  private static final MediaType UTF8 = MediaType.parseMediaType("text/html;charset=UTF-8");

  private Html() {}

  /** Whether a part is wanted, to be put into the page that stands open. */
  static boolean isPart(ServerRequest request) {
    return request.headers().firstHeader(HTMX) != null;
  }

  /** A page, or a part of one such as {@code telegram :: card}. */
  static Mono<ServerResponse> ok(ServerRequest request, String template, Map<String, ?> model) {
    return answer(request, HttpStatus.OK, template, model);
  }

  /** The same with another status. */
  static Mono<ServerResponse> answer(
      ServerRequest request, HttpStatus status, String template, Map<String, ?> model) {
    return model(request, model)
        .flatMap(
            all -> ServerResponse.status(status).contentType(UTF8).render("page/" + template, all));
  }

  /** A part that takes the place of that element and not of the one that asked. */
  static Mono<ServerResponse> into(
      ServerRequest request, String element, String template, Map<String, ?> model) {
    return model(request, model)
        .flatMap(all ->
            ServerResponse.ok()
                .header("HX-Retarget", element)
                .header("HX-Reswap", "outerHTML")
                .contentType(UTF8)
                .render("page/" + template, all));
  }

  /** Nothing has changed: what is shown stays. */
  static Mono<ServerResponse> same() {
    return ServerResponse.noContent().build();
  }

  /** To another page, after a form without htmx. */
  static Mono<ServerResponse> to(String path) {
    return ServerResponse.seeOther(URI.create(path)).build();
  }

  /** To another page, after a form that may have come by htmx. */
  static Mono<ServerResponse> go(ServerRequest request, String path) {
    return isPart(request)
        ? ServerResponse.noContent().header("HX-Redirect", path).build()
        : to(path);
  }

  private static Mono<Map<String, Object>> model(ServerRequest request, Map<String, ?> given) {
    Map<String, Object> model = new HashMap<>(given);
    Mono<CsrfToken> token =
        request.exchange().getAttributeOrDefault(CsrfToken.class.getName(), Mono.empty());
    return token
        .doOnNext(form -> model.put("csrf", form.getToken()))
        .then(PagePerson.of(request).doOnNext(person -> model.put("person", person)))
        .thenReturn(model);
  }
}
