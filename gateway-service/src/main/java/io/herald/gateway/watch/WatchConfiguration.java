package io.herald.gateway.watch;

import io.herald.gateway.GatewaySettings;
import io.herald.gateway.telegram.BotCalls;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the watch. */
@Configuration(proxyBeanMethods = false)
class WatchConfiguration {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final URI NOWHERE = URI.create("none:none");

  @Bean
  WatchBots watchBots(
      BotCalls calls, GatewaySettings gateway, WatchSettings settings, MeterRegistry meters) {
    String address = gateway.polling() ? "" : gateway.publicBaseUrl().orElse("http");
    var figures =
        calls.byBot().keySet().stream()
            .collect(
                Collectors.toMap(Function.identity(), bot -> new BotFigures(bot, address, meters)));
    return new WatchBots(calls.byBot(), figures, settings.telegram(), Instant::now);
  }

  @Bean
  WatchCertificate watchCertificate(
      GatewaySettings gateway, WatchSettings settings, MeterRegistry meters) {
    URI address = gateway.publicBaseUrl().map(URI::create).orElse(NOWHERE);
    return new WatchCertificate(
        address, new ReadCertificate(PATIENCE), settings.certificate(), meters);
  }
}
