package io.herald.gateway.page;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import io.herald.gateway.account.AccountDesk;
import io.herald.gateway.schedule.ReadSchedule;
import io.herald.gateway.schedule.ScheduleDesk;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The addresses of the pages about schedules. */
@Configuration(proxyBeanMethods = false)
class SchedulePageConfiguration {

  @Bean
  RouterFunction<ServerResponse> schedulePages(
      ScheduleDesk desk, ReadSchedule read, AccountDesk accounts, InstantSource clock) {
    var pages = new SchedulePages(desk, new ShowAccount(accounts), clock);
    var change = new ChangeSchedule(desk, read, pages);
    return route()
        .GET("/schedules", pages::list)
        .GET("/schedules/list", pages::rows)
        .GET("/schedules/one", pages::one)
        .POST("/schedules", change::create)
        .POST("/schedules/preview", change::preview)
        .POST("/schedules/move", change::move)
        .POST("/schedules/pause", change::pause)
        .POST("/schedules/trigger", change::trigger)
        .POST("/schedules/delete", change::delete)
        .onError(_ -> true, Problems::unforeseen)
        .build();
  }
}
