package io.herald.gateway.schedule;

import io.herald.gateway.limit.ReadBody;
import io.herald.gateway.notify.Sender;
import io.herald.model.json.Json;
import io.herald.runtime.access.Caller;
import io.herald.runtime.contract.InvalidRecord;
import io.herald.runtime.contract.Violation;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Takes a request about schedules to its answer. */
final class ScheduleDoor {

  static final String PATH = "/api/schedules";

  private static final Pattern TAG = Pattern.compile("(?:W/)?\"?([0-9]{1,18})\"?");
  private static final String ANY = "*";

  private final ScheduleDesk desk;
  private final ReadSchedule read;
  private final ReadBody body;

  ScheduleDoor(ScheduleDesk desk, ReadSchedule read, ReadBody body) {
    this.desk = desk;
    this.read = read;
    this.body = body;
  }

  Mono<ServerResponse> list(ServerRequest request) {
    return Mono.fromSupplier(() -> ListQuery.of(request.queryParams().toSingleValueMap()))
        .flatMap(asked -> desk.page(actor(request), asked.filter(), asked.after(), asked.limit()))
        .flatMap(page -> ScheduleAnswers.ok(SchedulePageAnswer.of(page)));
  }

  Mono<ServerResponse> preview(ServerRequest request) {
    return body.read(request)
        .map(Json::tree)
        .map(read::readTiming)
        .flatMap(draft -> ScheduleAnswers.ok(desk.preview(draft)));
  }

  Mono<ServerResponse> create(ServerRequest request) {
    return body.read(request).map(Json::tree).flatMap(sent -> create(request, sent));
  }

  private Mono<ServerResponse> create(ServerRequest request, JsonNode sent) {
    Sender sender = Sender.of(request);
    Actor actor = Actor.of(sender.caller());
    ScheduleDraft draft = read.read(sent, actor.name());
    Optional<String> chosen = chosenId(sent);
    boolean byKey = chosen.isEmpty() && sender.idempotencyKey().isPresent();
    return desk.create(actor, chosen.orElseGet(() -> MadeId.of(sender)), draft)
        .flatMap(saved -> ScheduleAnswers.saved(saved, byKey));
  }

  private static Optional<String> chosenId(JsonNode sent) {
    Optional<String> id = sent.path("id").stringValueOpt();
    if (id.filter(it -> it.contains(":")).isPresent()) {
      throw wrong("/id", "must be without a colon: only ids that Herald makes have one");
    }
    return id;
  }

  Mono<ServerResponse> show(ServerRequest request) {
    return desk.find(actor(request), id(request))
        .flatMap(ScheduleAnswers::shown)
        .switchIfEmpty(Mono.defer(ScheduleAnswers.NONE::answer));
  }

  Mono<ServerResponse> replace(ServerRequest request) {
    return body.read(request).map(Json::tree).flatMap(sent -> replace(request, sent));
  }

  private Mono<ServerResponse> replace(ServerRequest request, JsonNode sent) {
    String id = id(request);
    ScheduleDraft draft = read.read(sent, actor(request).name());
    if (sent.path("id").stringValueOpt().filter(it -> !it.equals(id)).isPresent()) {
      throw wrong("/id", "must be the one of the address");
    }
    String match = request.headers().firstHeader(HttpHeaders.IF_MATCH);
    OptionalLong revision = match == null ? revision(sent) : revision(match);
    return revision.isPresent() || ANY.equals(match)
        ? desk.replace(actor(request), id, revision, draft)
            .flatMap(saved -> ScheduleAnswers.saved(saved, false))
        : ScheduleAnswers.WHICH.answer();
  }

  private static OptionalLong revision(JsonNode sent) {
    return sent.path("revision").longValueOpt();
  }

  private static OptionalLong revision(String match) {
    Matcher tag = TAG.matcher(match.strip());
    if (tag.matches()) {
      return OptionalLong.of(Long.parseLong(tag.group(1)));
    }
    if (match.strip().equals(ANY)) {
      return OptionalLong.empty();
    }
    throw wrong("", "the header If-Match must be the ETag of an answer, such as \"3\"");
  }

  Mono<ServerResponse> pause(ServerRequest request) {
    return pause(request, true);
  }

  Mono<ServerResponse> resume(ServerRequest request) {
    return pause(request, false);
  }

  private Mono<ServerResponse> pause(ServerRequest request, boolean paused) {
    return desk.pause(actor(request), id(request), paused)
        .flatMap(ScheduleAnswers::shown)
        .switchIfEmpty(Mono.defer(ScheduleAnswers.NONE::answer));
  }

  Mono<ServerResponse> delete(ServerRequest request) {
    return desk.delete(actor(request), id(request))
        .flatMap(deleted ->
            deleted ? ServerResponse.noContent().build() : ScheduleAnswers.NONE.answer());
  }

  Mono<ServerResponse> history(ServerRequest request) {
    return desk.runs(actor(request), id(request))
        .flatMap(ScheduleAnswers::runs)
        .switchIfEmpty(Mono.defer(ScheduleAnswers.NONE::answer));
  }

  Mono<ServerResponse> trigger(ServerRequest request) {
    return Mono.fromSupplier(() -> MadeId.of(Sender.of(request)))
        .flatMap(key -> desk.trigger(actor(request), id(request), key))
        .flatMap(trigger -> ScheduleAnswers.triggered(trigger, path(request)))
        .switchIfEmpty(Mono.defer(ScheduleAnswers.NONE::answer));
  }

  /** The address of the list that the schedule was found in. */
  private static String path(ServerRequest request) {
    return request.path().startsWith(PATH) ? PATH : SchedulerDoor.JOBS;
  }

  private static String id(ServerRequest request) {
    return request.pathVariable("id");
  }

  private static Actor actor(ServerRequest request) {
    return Actor.of(Caller.of(request).orElseThrow());
  }

  private static InvalidRecord wrong(String path, String problem) {
    return new InvalidRecord(List.of(new Violation(path, problem)));
  }
}
