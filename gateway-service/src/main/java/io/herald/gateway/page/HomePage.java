package io.herald.gateway.page;

import io.herald.gateway.login.PagePerson;
import io.herald.runtime.history.Filter;
import io.herald.runtime.history.History;
import io.herald.runtime.history.HistoryUnknown;
import io.herald.runtime.history.NotificationPage;
import io.herald.runtime.history.Viewer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** The first page: Telegram, preferences, and the newest notifications. */
final class HomePage {

  private static final int NEWEST = 5;

  private final ShowAccount account;
  private final History history;

  HomePage(ShowAccount account, History history) {
    this.account = account;
    this.history = history;
  }

  Mono<ServerResponse> show(ServerRequest request) {
    return PagePerson.of(request)
        .flatMap(person -> model(person.user()))
        .flatMap(model -> Html.ok(request, "home", model));
  }

  private Mono<Map<String, Object>> model(String user) {
    return Mono.zip(
            account.card(user), account.preferences(user), account.times(user), newest(user))
        .map(parts -> {
          Map<String, Object> model = new HashMap<>();
          model.put("card", parts.getT1());
          model.put("form", parts.getT2());
          model.put("zones", Zones.NAMES);
          model.put("rows", rows(parts.getT4(), parts.getT3()));
          model.put("known", parts.getT4().isPresent());
          return model;
        });
  }

  private Mono<Optional<NotificationPage>> newest(String user) {
    return history
        .list(Viewer.person(user), Filter.NONE, null, NEWEST)
        .map(Optional::of)
        .onErrorReturn(HistoryUnknown.class, Optional.empty());
  }

  private static List<NotificationRow> rows(Optional<NotificationPage> page, Times times) {
    return page.map(found ->
            found.notifications().stream().map(view -> NotificationRow.of(view, times)).toList())
        .orElse(List.of());
  }
}
