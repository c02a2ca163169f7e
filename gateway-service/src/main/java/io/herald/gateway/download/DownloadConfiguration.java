package io.herald.gateway.download;

import static org.springframework.web.reactive.function.server.RequestPredicates.methods;
import static org.springframework.web.reactive.function.server.RequestPredicates.path;
import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import io.herald.runtime.sign.SignLinks;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Puts download links together. */
@Configuration(proxyBeanMethods = false)
class DownloadConfiguration {

  @Bean
  RouterFunction<ServerResponse> downloadRoutes(SignLinks links, DownloadSettings settings) {
    var desk = new DownloadDesk(links, new FindFile(settings.folder()), Clock.systemUTC());
    return route(
        methods(HttpMethod.GET, HttpMethod.HEAD).and(path("/files/{job}/{*file}")), desk::answer);
  }
}
