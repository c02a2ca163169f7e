package io.herald.gateway.live;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import io.herald.runtime.access.Access;
import io.herald.runtime.history.ChangeLog;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.reactive.socket.server.support.HandshakeWebSocketService;
import org.springframework.web.reactive.socket.server.upgrade.ReactorNettyRequestUpgradeStrategy;

/** Wires the live streams; {@code herald.live.streams} tells how many are open. */
@Configuration(proxyBeanMethods = false)
class LiveConfiguration {

  private static final String PATH = "/api/stream";

  @Bean
  Signals changeSignals(ChangeLog changes) {
    return new Signals(changes);
  }

  @Bean
  LiveStreams liveStreams(
      ChangeLog changes, Signals signals, LiveSettings settings, MeterRegistry meters) {
    var streams = new LiveStreams(changes, signals, settings);
    meters.gauge("herald.live.streams", streams, LiveStreams::count);
    return streams;
  }

  @Bean
  RouterFunction<ServerResponse> liveRoutes(LiveStreams streams, Access access) {
    var sockets = new HandshakeWebSocketService(new ReactorNettyRequestUpgradeStrategy());
    var desk = new LiveDesk(streams, sockets);
    return route()
        .GET(PATH, desk::events)
        .GET(PATH + "/ws", desk::socket)
        .filter(access.requirePerson())
        .build();
  }
}
