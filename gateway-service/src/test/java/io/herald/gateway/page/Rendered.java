package io.herald.gateway.page;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.thymeleaf.spring6.SpringWebFluxTemplateEngine;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;
import org.thymeleaf.spring6.view.reactive.ThymeleafReactiveViewResolver;

/** Renders the templates with models of the test's own, as the gateway does. */
final class Rendered {

  private static final ThymeleafReactiveViewResolver VIEWS = views();

  private Rendered() {}

  /** The text of a page or a part. */
  static String of(String template, Map<String, ?> model) {
    var exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/"));
    Map<String, Object> all = new HashMap<>(model);
    all.putIfAbsent("csrf", "the-token");
    VIEWS
        .resolveViewName("page/" + template, Locale.ENGLISH)
        .flatMap(view -> view.render(all, MediaType.TEXT_HTML, exchange))
        .block();
    return exchange.getResponse().getBodyAsString().block();
  }

  private static ThymeleafReactiveViewResolver views() {
    var context = new GenericApplicationContext();
    context.refresh();
    var templates = new SpringResourceTemplateResolver();
    templates.setApplicationContext(context);
    templates.setPrefix("classpath:/templates/");
    templates.setSuffix(".html");
    templates.setCharacterEncoding(StandardCharsets.UTF_8.name());
    var engine = new SpringWebFluxTemplateEngine();
    engine.setTemplateResolver(templates);
    var views = new ThymeleafReactiveViewResolver();
    views.setTemplateEngine(engine);
    views.setApplicationContext(context);
    return views;
  }
}
