package io.herald.bench.bare;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * Reads the body of a webhook, or of a notification, and answers 200. Nothing is checked, nothing
 * is kept.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class BareEndpoint {

  /** Starts it; {@code SERVER_PORT} and {@code SERVER_ADDRESS} say where it listens. */
  public static void main(String[] args) {
    SpringApplication application = new SpringApplication(BareEndpoint.class);
    application.setWebApplicationType(WebApplicationType.REACTIVE);
    application.run(args);
  }

  @Bean
  RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route()
        .POST("/telegram/webhook/main", this::answer)
        .POST("/api/notifications", this::answer)
        .build();
  }

  private Mono<ServerResponse> answer(ServerRequest request) {
    return request.bodyToMono(byte[].class).flatMap(body -> ServerResponse.ok().build());
  }
}
