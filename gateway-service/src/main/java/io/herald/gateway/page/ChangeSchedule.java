package io.herald.gateway.page;

import io.herald.gateway.login.PagePerson;
import io.herald.gateway.schedule.ReadSchedule;
import io.herald.gateway.schedule.Saved;
import io.herald.gateway.schedule.ScheduleDesk;
import io.herald.gateway.schedule.ScheduleDraft;
import io.herald.model.schedule.ScheduleIds;
import io.herald.runtime.contract.InvalidRecord;
import io.herald.runtime.schedule.ScheduleView;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** The forms and buttons of schedules. */
final class ChangeSchedule {

  private static final String NEW = "schedule-parts :: new";
  private static final String MOVE = "schedule-parts :: move";

  private final ScheduleDesk desk;
  private final ReadSchedule read;
  private final SchedulePages pages;

  ChangeSchedule(ScheduleDesk desk, ReadSchedule read, SchedulePages pages) {
    this.desk = desk;
    this.read = read;
    this.pages = pages;
  }

  Mono<ServerResponse> create(ServerRequest request) {
    return Mono.zip(PagePerson.of(request), request.formData())
        .flatMap(given -> {
          ScheduleForm form = ScheduleForm.of(given.getT2());
          return create(given.getT1(), form)
              .flatMap(saved -> tell(request, NEW, form, saved))
              .onErrorResume(
                  InvalidRecord.class, wrong -> tell(request, NEW, form.with(wrong.violations())));
        });
  }

  private Mono<Saved> create(PagePerson person, ScheduleForm form) {
    return Mono.fromSupplier(() -> read.read(form.document(person.user()), person.user()))
        .flatMap(
            draft -> desk.create(SchedulePages.actor(person), UUID.randomUUID().toString(), draft));
  }

  /** Gives it another title and another time. */
  Mono<ServerResponse> move(ServerRequest request) {
    return Mono.zip(PagePerson.of(request), request.formData())
        .flatMap(given -> {
          ScheduleForm form = ScheduleForm.of(given.getT2());
          String id = request.queryParam("id").orElse("");
          return Mono.fromSupplier(() -> read.readTiming(form.change()))
              .flatMap(draft -> desk.move(SchedulePages.actor(given.getT1()), id, draft))
              .flatMap(saved -> tell(request, MOVE, form, saved))
              .onErrorResume(
                  InvalidRecord.class, wrong -> tell(request, MOVE, form.with(wrong.violations())));
        });
  }

  private static Mono<ServerResponse> tell(
      ServerRequest request, String part, ScheduleForm form, Saved saved) {
    return switch (saved) {
      case Saved.Created(ScheduleView view) -> Html.go(request, address(view.schedule().id()));
      case Saved.AsWanted(ScheduleView view) -> Html.go(request, address(view.schedule().id()));
      case Saved.Unfit(var why) -> tell(request, part, form.with(List.of(why)));
      case Saved.Forbidden(var why) -> tell(request, part, form.with(List.of(why)));
      case Saved.TooMany(int most) ->
          tell(
              request,
              part,
              form.with("You have " + most + " schedules already. Delete one first."));
      case Saved.Missing _ -> SchedulePages.missing(request);
      case Saved.Taken _, Saved.Outdated _ ->
          tell(request, part, form.with("Somebody else was faster. Try again."));
    };
  }

  private static Mono<ServerResponse> tell(ServerRequest request, String part, ScheduleForm form) {
    if (Html.isPart(request)) {
      return Html.answer(
          request,
          HttpStatus.UNPROCESSABLE_CONTENT,
          part,
          Map.of("form", form, "zones", Zones.NAMES, "id", request.queryParam("id").orElse("")));
    }
    String problems =
        form.problems().entrySet().stream()
            .map(problem -> problem.getKey() + ": " + problem.getValue())
            .collect(Collectors.joining("; "));
    return Problems.page(request, HttpStatus.UNPROCESSABLE_CONTENT, problems);
  }

  /** The next times of what is typed so far. */
  Mono<ServerResponse> preview(ServerRequest request) {
    return Mono.zip(PagePerson.of(request), request.formData())
        .flatMap(given -> {
          ScheduleForm form = ScheduleForm.of(given.getT2());
          return Mono.fromSupplier(() -> read.readTiming(form.change()))
              .flatMap(draft -> preview(request, given.getT1().user(), draft))
              .onErrorResume(
                  InvalidRecord.class, wrong -> preview(request, form.with(wrong.violations())));
        });
  }

  private Mono<ServerResponse> preview(ServerRequest request, String user, ScheduleDraft draft) {
    return pages
        .times(user, desk.preview(draft).next())
        .flatMap(times ->
            Html.ok(request, "schedule-parts :: preview", Map.of("times", times, "problem", "")));
  }

  private static Mono<ServerResponse> preview(ServerRequest request, ScheduleForm form) {
    return Html.ok(
        request,
        "schedule-parts :: preview",
        Map.of("times", List.of(), "problem", form.problems().values().iterator().next()));
  }

  Mono<ServerResponse> pause(ServerRequest request) {
    return Mono.zip(PagePerson.of(request), request.formData())
        .flatMap(given -> {
          boolean paused = !"no".equals(given.getT2().getFirst("paused"));
          PagePerson person = given.getT1();
          String id = id(given.getT2());
          return desk.pause(SchedulePages.actor(person), id, paused)
              .flatMap(
                  _ -> Html.isPart(request) ? show(request, person, id) : Html.to(address(id)));
        })
        .switchIfEmpty(Mono.defer(() -> SchedulePages.missing(request)));
  }

  private Mono<ServerResponse> show(ServerRequest request, PagePerson person, String id) {
    return pages.details(person, id).flatMap(details -> SchedulePages.changed(request, details));
  }

  Mono<ServerResponse> delete(ServerRequest request) {
    return Mono.zip(PagePerson.of(request), request.formData())
        .flatMap(given -> desk.delete(SchedulePages.actor(given.getT1()), id(given.getT2())))
        .flatMap(_ -> Html.go(request, "/schedules"));
  }

  Mono<ServerResponse> trigger(ServerRequest request) {
    return Mono.zip(PagePerson.of(request), request.formData())
        .flatMap(given -> {
          String id = id(given.getT2());
          String press = String.valueOf(given.getT2().getFirst("request"));
          return ScheduleIds.isRequest(press)
              ? desk.trigger(SchedulePages.actor(given.getT1()), id, press)
                  .flatMap(_ -> triggered(request, id))
              : SchedulePages.missing(request);
        })
        .switchIfEmpty(Mono.defer(() -> SchedulePages.missing(request)));
  }

  private static Mono<ServerResponse> triggered(ServerRequest request, String id) {
    return Html.isPart(request)
        ? Html.ok(
            request,
            "schedule-parts :: trigger",
            Map.of("id", id, "request", SchedulePages.newRequest(), "triggered", true))
        : Html.to(address(id));
  }

  private static String id(MultiValueMap<String, String> form) {
    return String.valueOf(form.getFirst("id"));
  }

  private static String address(String id) {
    return "/schedules/one?id=" + URLEncoder.encode(id, StandardCharsets.UTF_8);
  }
}
