package io.herald.emulator.web;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import java.net.URI;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/**
 * Serves {@code /t.me/{bot}?start={word}}, as t.me does: it leads to the chat with that bot, where
 * a press on Start sends {@code /start {word}}.
 */
@Configuration(proxyBeanMethods = false)
class DeepLinks {

  @Bean
  RouterFunction<ServerResponse> deepLinkRoutes() {
    return route().GET("/t.me/{bot}", DeepLinks::open).build();
  }

  private static Mono<ServerResponse> open(ServerRequest request) {
    URI chat =
        UriComponentsBuilder.fromPath("/")
            .queryParam("bot", "{bot}")
            .queryParam("start", "{start}")
            .encode()
            .buildAndExpand(request.pathVariable("bot"), request.queryParam("start").orElse(""))
            .toUri();
    return ServerResponse.seeOther(chat).build();
  }
}
