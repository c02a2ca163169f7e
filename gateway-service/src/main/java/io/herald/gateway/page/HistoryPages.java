package io.herald.gateway.page;

import io.herald.gateway.login.PagePerson;
import io.herald.runtime.history.Cursor;
import io.herald.runtime.history.Filter;
import io.herald.runtime.history.History;
import io.herald.runtime.history.NotificationPage;
import io.herald.runtime.history.NotificationState;
import io.herald.runtime.history.NotificationView;
import io.herald.runtime.history.Viewer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.util.function.Tuple2;

/** What became of a person's notifications: the list, and the way of one. */
final class HistoryPages {

  private static final int ROWS = 25;
  private static final Map<String, String> STATES = states();

  private final History history;
  private final ShowAccount account;

  HistoryPages(History history, ShowAccount account) {
    this.history = history;
    this.account = account;
  }

  Mono<ServerResponse> list(ServerRequest request) {
    Optional<NotificationState> state = request.queryParam("state").flatMap(HistoryPages::state);
    String kind = request.queryParam("kind").map(String::strip).orElse("");
    Cursor after = request.queryParam("after").flatMap(Cursor::parse).orElse(null);
    Filter filter =
        new Filter(null, state.orElse(null), kind.isEmpty() ? null : kind, null, null, null);
    return PagePerson.of(request)
        .flatMap(person ->
            Mono.zip(
                history.list(Viewer.person(person.user()), filter, after, ROWS),
                account.times(person.user())))
        .flatMap(found -> {
          Map<String, Object> model = new HashMap<>();
          model.put("states", STATES);
          model.put("state", state.map(Enum::name).orElse(""));
          model.put("kind", kind);
          model.put("filtered", state.isPresent() || !kind.isEmpty());
          model.put("older", after != null);
          model.put("page", found.getT1());
          model.put("rows", rows(found));
          return Html.ok(request, "history", model);
        });
  }

  /** A row, if its state is another one than the page shows. */
  Mono<ServerResponse> row(ServerRequest request) {
    String was = request.queryParam("was").orElse("");
    return find(request)
        .map(found -> NotificationRow.of(found.getT1(), found.getT2()))
        .filter(row -> !row.version().equals(was))
        .flatMap(row -> Html.ok(request, "rows :: changed", Map.of("row", row)))
        .switchIfEmpty(Html.same());
  }

  /** The trace of one; as a part, if it is another one than the page shows. */
  Mono<ServerResponse> trace(ServerRequest request) {
    return find(request)
        .map(found -> Trace.of(found.getT1(), found.getT2()))
        .flatMap(trace -> show(request, trace))
        .switchIfEmpty(Mono.defer(() -> missing(request)));
  }

  private static Mono<ServerResponse> show(ServerRequest request, Trace trace) {
    Map<String, Object> model = new HashMap<>(Map.of("trace", trace, "row", trace.row()));
    if (!Html.isPart(request)) {
      return Html.ok(request, "trace", model);
    }
    model.put("said", trace.row().words().label());
    return request.queryParam("was").filter(trace.version()::equals).isPresent()
        ? Html.same()
        : Html.ok(request, "trace :: way", model);
  }

  private static Mono<ServerResponse> missing(ServerRequest request) {
    return Problems.page(
        request,
        HttpStatus.NOT_FOUND,
        "There is no such notification among yours. The history goes back seven days.");
  }

  private Mono<Tuple2<NotificationView, Times>> find(ServerRequest request) {
    String id = request.queryParam("id").orElse("");
    return PagePerson.of(request)
        .flatMap(person ->
            Mono.zip(history.find(Viewer.person(person.user()), id), account.times(person.user())));
  }

  private static List<NotificationRow> rows(Tuple2<NotificationPage, Times> found) {
    return found.getT1().notifications().stream()
        .map(view -> NotificationRow.of(view, found.getT2()))
        .toList();
  }

  private static Optional<NotificationState> state(String name) {
    return Arrays.stream(NotificationState.values())
        .filter(state -> state.name().equals(name))
        .findFirst();
  }

  private static Map<String, String> states() {
    Map<String, String> words = new LinkedHashMap<>();
    for (NotificationState state : NotificationState.values()) {
      words.put(state.name(), Words.of(state).label());
    }
    return words;
  }
}
