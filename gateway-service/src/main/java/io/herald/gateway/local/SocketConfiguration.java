package io.herald.gateway.local;

import io.herald.runtime.config.InvalidSetting;
import io.netty.channel.epoll.Epoll;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.http.server.reactive.HttpHandler;

/** Serves the socket where one is configured. */
@Configuration(proxyBeanMethods = false)
class SocketConfiguration {

  @Bean
  ServeSocket serveSocket(
      SocketSettings settings, HttpHandler gateway, ReactorResourceFactory resources) {
    if (settings.path().isPresent() && !Epoll.isAvailable()) {
      throw new InvalidSetting("HERALD_SOCKET", "needs Linux on x86-64; leave it out here");
    }
    return new ServeSocket(
        settings.path().map(SocketFile::new), gateway, resources.getLoopResources());
  }
}
