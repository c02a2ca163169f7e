package io.herald.gateway.page;

import static org.springframework.web.reactive.function.server.RequestPredicates.GET;
import static org.springframework.web.reactive.function.server.RouterFunctions.resource;
import static org.springframework.web.reactive.function.server.RouterFunctions.resources;
import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import io.herald.gateway.account.AccountDesk;
import io.herald.gateway.login.Login;
import io.herald.runtime.history.History;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The page's addresses. Who may see them is decided before they are reached. */
@Configuration(proxyBeanMethods = false)
class PageConfiguration {

  private static final Duration AN_HOUR = Duration.ofHours(1);
  private static final Resource HTMX =
      new ClassPathResource("META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js");

  @Bean
  RouterFunction<ServerResponse> page(Login login, AccountDesk desk, History history) {
    ShowAccount account = new ShowAccount(desk);
    HomePage home = new HomePage(account, history);
    HistoryPages pages = new HistoryPages(history, account);
    ChangeTelegram telegram = new ChangeTelegram(desk, account);
    ChangePreferences preferences = new ChangePreferences(desk);
    return route()
        .GET("/", home::show)
        .GET("/login", new LoginPage(login)::show)
        .GET("/history", pages::list)
        .GET("/history/row", pages::row)
        .GET("/history/trace", pages::trace)
        .GET("/account/telegram", telegram::poll)
        .POST("/account/telegram/verify", telegram::verify)
        .POST("/account/telegram/test", telegram::test)
        .POST("/account/telegram/unlink", telegram::unlink)
        .POST("/account/preferences", preferences::save)
        .onError(_ -> true, Problems::unforeseen)
        .build();
  }

  /** Our own style and script, and htmx. */
  @Bean
  RouterFunction<ServerResponse> assets() {
    return resource(GET("/assets/htmx.js"), HTMX, PageConfiguration::keep)
        .and(
            resources(
                "/assets/**", new ClassPathResource("page/assets/"), PageConfiguration::keep));
  }

  private static void keep(Resource resource, HttpHeaders headers) {
    headers.setCacheControl(CacheControl.maxAge(AN_HOUR));
  }
}
