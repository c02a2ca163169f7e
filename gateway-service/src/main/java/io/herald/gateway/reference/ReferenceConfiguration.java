package io.herald.gateway.reference;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Puts the reference together; it is open to all, since it holds nothing of anybody. */
@Configuration(proxyBeanMethods = false)
class ReferenceConfiguration {

  private static final String INDEX = "index.html";
  private static final String DOCUMENT = "openapi.yaml";
  private static final List<String> CONTRACTS =
      List.of(
          "notification-requested",
          "outbound-message",
          "delivery-event",
          "account",
          "job-command",
          "job-event",
          "external-command",
          "schedule",
          "schedule-run",
          "schedule-trigger");
  private static final String JAVASCRIPT = "text/javascript;charset=utf-8";
  private static final String CSS = "text/css;charset=utf-8";

  @Bean
  RouterFunction<ServerResponse> referenceRoutes() {
    Shelf document = new Shelf().put(DOCUMENT, "application/yaml", ApiDocument.yaml());
    Shelf contracts = contracts();
    Shelf pages = pages();
    return route()
        .GET("/openapi.yaml", _ -> document.answer(DOCUMENT))
        .GET("/contracts/{file}", contracts::named)
        .GET("/docs", _ -> pages.answer(INDEX))
        .GET("/docs/{file}", pages::named)
        .build();
  }

  private static Shelf contracts() {
    Shelf shelf = new Shelf();
    for (String name : CONTRACTS) {
      String file = name + ".schema.json";
      shelf.put(file, "application/schema+json", ApiDocument.resource("/contracts/" + file));
    }
    return shelf;
  }

  private static Shelf pages() {
    String swaggerUi = "/META-INF/resources/webjars/swagger-ui/" + swaggerUiVersion() + '/';
    return new Shelf()
        .put(INDEX, "text/html;charset=utf-8", ApiDocument.resource("/docs/" + INDEX))
        .put("start.js", JAVASCRIPT, ApiDocument.resource("/docs/start.js"))
        .put("swagger-ui.css", CSS, ApiDocument.resource(swaggerUi + "swagger-ui.css"))
        .put(
            "swagger-ui-bundle.js",
            JAVASCRIPT,
            ApiDocument.resource(swaggerUi + "swagger-ui-bundle.js"));
  }

  private static String swaggerUiVersion() {
    Properties properties = new Properties();
    byte[] file = ApiDocument.resource("/META-INF/maven/org.webjars/swagger-ui/pom.properties");
    try {
      properties.load(new StringReader(new String(file, UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }
}
