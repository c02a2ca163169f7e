package io.herald.gateway.page;

import io.herald.gateway.login.PagePerson;
import io.herald.gateway.schedule.Actor;
import io.herald.gateway.schedule.ScheduleDesk;
import io.herald.gateway.schedule.ShownSchedule;
import io.herald.model.schedule.Owner;
import io.herald.model.schedule.ScheduleIds;
import io.herald.runtime.schedule.ScheduleFilter;
import io.herald.runtime.schedule.SchedulePage;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** A person's schedules, or for admins anybody's: the list, and each with its history. */
final class SchedulePages {

  /** What an admin asks for to see all. */
  static final String EVERYBODY = "*";

  private static final int ROWS = 25;
  private static final String MISSING =
      "There is no such schedule among yours. It may have been deleted.";

  private final ScheduleDesk desk;
  private final ShowAccount account;
  private final InstantSource clock;

  SchedulePages(ScheduleDesk desk, ShowAccount account, InstantSource clock) {
    this.desk = desk;
    this.account = account;
    this.clock = clock;
  }

  Mono<ServerResponse> list(ServerRequest request) {
    return PagePerson.of(request)
        .flatMap(person -> Mono.zip(rows(request, person), account.times(person.user())))
        .flatMap(found -> {
          Map<String, Object> model = new HashMap<>(found.getT1());
          model.put("form", ScheduleForm.empty(found.getT2().zone()));
          model.put("zones", Zones.NAMES);
          return Html.ok(request, "schedules", model);
        });
  }

  /** The rows, if they are other ones than the page shows. */
  Mono<ServerResponse> rows(ServerRequest request) {
    String was = request.queryParam("was").orElse("");
    return PagePerson.of(request)
        .flatMap(person -> rows(request, person))
        .filter(model -> !was.equals(model.get("version")))
        .flatMap(model -> Html.ok(request, "schedule-parts :: list", model))
        .switchIfEmpty(Html.same());
  }

  private Mono<Map<String, Object>> rows(ServerRequest request, PagePerson person) {
    String after = request.queryParam("after").filter(ScheduleIds::isId).orElse(null);
    String whose =
        person.isAdmin() ? request.queryParam("whose").map(String::strip).orElse("") : "";
    return Mono.zip(
            desk.page(actor(person), filter(person, whose), after, ROWS),
            account.times(person.user()))
        .map(found -> {
          List<ScheduleRow> rows =
              rows(found.getT1(), person.user(), found.getT2(), clock.instant());
          Map<String, Object> model = new HashMap<>();
          model.put("rows", rows);
          model.put("version", Integer.toHexString(rows.hashCode()));
          model.put("after", after);
          model.put("more", found.getT1().next());
          model.put("whose", whose);
          return model;
        });
  }

  /** Their own at first; admins may ask for somebody's or everybody's. */
  private static ScheduleFilter filter(PagePerson person, String whose) {
    if (whose.equals(EVERYBODY)) {
      return ScheduleFilter.NONE;
    }
    return ScheduleFilter.of(Owner.user(whose.isEmpty() ? person.user() : whose));
  }

  /** That person as the schedules know them. */
  static Actor actor(PagePerson person) {
    return Actor.person(person.user(), person.isAdmin());
  }

  private static List<ScheduleRow> rows(SchedulePage page, String user, Times times, Instant now) {
    return page.schedules().stream()
        .map(view -> ScheduleRow.of(ShownSchedule.of(view), user, times, now))
        .toList();
  }

  /** One schedule; as a part, if it is another one than the page shows. */
  Mono<ServerResponse> one(ServerRequest request) {
    String id = request.queryParam("id").orElse("");
    return PagePerson.of(request)
        .flatMap(person -> details(person, id))
        .flatMap(details -> show(request, details))
        .switchIfEmpty(Mono.defer(() -> missing(request)));
  }

  private static Mono<ServerResponse> show(ServerRequest request, ScheduleDetails details) {
    if (!Html.isPart(request)) {
      return Html.ok(request, "schedule", model(details, false));
    }
    return request.queryParam("was").filter(details.version()::equals).isPresent()
        ? Html.same()
        : changed(request, details);
  }

  /** The part of the page that shows how it stands. */
  static Mono<ServerResponse> changed(ServerRequest request, ScheduleDetails details) {
    return Html.into(request, "#schedule", "schedule-parts :: changed", model(details, true));
  }

  static Mono<ServerResponse> missing(ServerRequest request) {
    return Problems.page(request, HttpStatus.NOT_FOUND, MISSING);
  }

  Mono<ScheduleDetails> details(PagePerson person, String id) {
    Actor actor = actor(person);
    return Mono.zip(desk.find(actor, id), desk.runs(actor, id), account.times(person.user()))
        .map(found ->
            ScheduleDetails.of(
                ShownSchedule.of(found.getT1()),
                found.getT2(),
                person.user(),
                found.getT3(),
                clock.instant()));
  }

  /** Those times as that person is shown them. */
  Mono<List<ScheduleRow.Time>> times(String user, List<Instant> next) {
    return account
        .times(user)
        .map(times ->
            next.stream().map(at -> ScheduleRow.Time.of(at, times, clock.instant())).toList());
  }

  private static Map<String, Object> model(ScheduleDetails details, boolean isPart) {
    return Map.of(
        "schedule",
        details,
        "row",
        details.row(),
        "id",
        details.row().id(),
        "form",
        details.form(),
        "zones",
        Zones.NAMES,
        "part",
        isPart,
        "triggered",
        false,
        "request",
        newRequest());
  }

  /** What tells one press of the button from another. */
  static String newRequest() {
    return UUID.randomUUID().toString();
  }
}
