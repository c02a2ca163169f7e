package io.herald.gateway.history;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import io.herald.runtime.access.Access;
import io.herald.runtime.access.Scope;
import io.herald.runtime.contract.ReadNotification;
import io.herald.runtime.history.ChangeLog;
import io.herald.runtime.history.History;
import io.herald.runtime.history.JustAccepted;
import io.herald.runtime.history.RecordHistory;
import io.herald.runtime.index.Indexes;
import io.herald.runtime.index.KeepIndex;
import io.herald.runtime.redis.RedisLink;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.ReactiveRedisConnectionFactory;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Wires the history: who keeps it, and who is asked. */
@Configuration(proxyBeanMethods = false)
class HistoryConfiguration {

  @Bean
  JustAccepted justAccepted() {
    return new JustAccepted();
  }

  @Bean
  KeepIndex historyIndex(
      Indexes indexes, RedisLink redis, ReadNotification contract, JustAccepted known) {
    return indexes.keep(
        RecordHistory.INDEX, new RecordHistory(redis, contract, known, Clock.systemUTC()));
  }

  @Bean
  History history(RedisLink redis, KeepIndex historyIndex) {
    return new History(redis, historyIndex::isComplete);
  }

  @Bean
  ChangeLog changeLog(RedisLink redis, ReactiveRedisConnectionFactory connections) {
    return new ChangeLog(redis, connections);
  }

  @Bean
  RouterFunction<ServerResponse> historyRoutes(History history, Access access) {
    var desk = new HistoryDesk(history, Clock.systemUTC());
    return route()
        .GET(HistoryDesk.PATH, desk::list)
        .GET(HistoryDesk.PATH + "/{id}", desk::show)
        .filter(access.requirePersonOr(Scope.NOTIFY_READ))
        .onError(HistoryDesk::isTellable, (error, _) -> HistoryDesk.refused(error))
        .build();
  }
}
