package io.herald.gateway.schedule;

import io.herald.model.json.Json;
import io.herald.model.schedule.ScheduleRun;
import io.herald.model.schedule.ScheduleTrigger;
import io.herald.runtime.contract.Violation;
import io.herald.runtime.problem.Problem;
import io.herald.runtime.schedule.ScheduleView;
import io.herald.runtime.schedule.SchedulesUnknown;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** What people and programs are answered about schedules. */
final class ScheduleAnswers {

  /** There is none for the caller. */
  static final Problem NONE = new Problem(HttpStatus.NOT_FOUND, "there is no schedule of that id");

  /** Which revision is to be replaced was not said. */
  static final Problem WHICH =
      new Problem(
          HttpStatus.PRECONDITION_REQUIRED,
          "say which revision is replaced, so that nobody's change is lost: send the ETag of an"
              + " answer as If-Match, or revision in the document, or If-Match: * for any");

  private static final Problem KEY_USED =
      new Problem(
          HttpStatus.CONFLICT,
          "the header Idempotency-Key was used for another request, with other content");
  private static final Problem KAFKA_GONE =
      new Problem(
          HttpStatus.SERVICE_UNAVAILABLE,
          "nothing can be stored at the moment, so nothing was changed; try again");
  private static final Problem TOO_FAST =
      new Problem(HttpStatus.TOO_MANY_REQUESTS, "too many requests of this caller");

  private ScheduleAnswers() {}

  /**
   * What became of a schedule that was sent.
   *
   * @param byKey whether its id was made of an {@code Idempotency-Key}
   */
  static Mono<ServerResponse> saved(Saved saved, boolean byKey) {
    return switch (saved) {
      case Saved.Created(ScheduleView view) -> shown(HttpStatus.CREATED, view);
      case Saved.AsWanted(ScheduleView view) -> shown(HttpStatus.OK, view);
      case Saved.Missing _ -> NONE.answer();
      case Saved.Taken _ -> byKey ? KEY_USED.answer() : taken();
      case Saved.Outdated(long revision) ->
          new Problem(
                  HttpStatus.PRECONDITION_FAILED,
                  "somebody else has changed it: it is at revision " + revision + " by now")
              .answer(Map.of(HttpHeaders.ETAG, tag(revision)));
      case Saved.Unfit(Violation why) -> problem(HttpStatus.BAD_REQUEST, why);
      case Saved.Forbidden(Violation why) -> problem(HttpStatus.FORBIDDEN, why);
      case Saved.TooMany(int most) ->
          new Problem(
                  HttpStatus.CONFLICT,
                  "a person may have " + most + " schedules and has as many; delete one first")
              .answer();
    };
  }

  private static Mono<ServerResponse> taken() {
    return problem(HttpStatus.CONFLICT, new Violation("/id", "is the id of another schedule"));
  }

  private static Mono<ServerResponse> problem(HttpStatus status, Violation why) {
    String detail = (why.path().substring(why.path().lastIndexOf('/') + 1)) + ' ' + why.problem();
    return new Problem(status, detail, List.of(why)).answer();
  }

  /** The schedule as it stands. */
  static Mono<ServerResponse> shown(ScheduleView view) {
    return shown(HttpStatus.OK, view);
  }

  private static Mono<ServerResponse> shown(HttpStatus status, ScheduleView view) {
    return ServerResponse.status(status)
        .headers(headers -> {
          headers.setETag(tag(view.schedule().revision()));
          if (status == HttpStatus.CREATED) {
            headers.set(HttpHeaders.LOCATION, ScheduleDoor.PATH + '/' + view.schedule().id());
          }
        })
        .cacheControl(CacheControl.noStore())
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(Json.write(ShownSchedule.of(view)));
  }

  private static String tag(long revision) {
    return "\"" + revision + '"';
  }

  /** The last fires of a schedule. */
  static Mono<ServerResponse> runs(List<ScheduleRun> runs) {
    return ok(Runs.of(runs));
  }

  /** It will be fired. */
  static Mono<ServerResponse> triggered(ScheduleTrigger trigger, String path) {
    String history = path + '/' + trigger.schedule() + "/history";
    return ServerResponse.accepted()
        .header(HttpHeaders.LOCATION, history)
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(Json.write(new Triggered(trigger.schedule(), trigger.fire(), history)));
  }

  /** What was asked for. */
  static Mono<ServerResponse> ok(Object body) {
    return ServerResponse.ok()
        .cacheControl(CacheControl.noStore())
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(Json.write(body));
  }

  static Mono<ServerResponse> tooFast() {
    return TOO_FAST.answer(soon());
  }

  /** Redis or Kafka is gone; nobody is told that they have no schedules for that reason. */
  static Mono<ServerResponse> unavailable(Throwable error) {
    return error instanceof SchedulesUnknown unknown
        ? new Problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "schedules can't be looked at: " + unknown.getMessage())
            .answer(soon())
        : KAFKA_GONE.answer(soon());
  }

  private static Map<String, String> soon() {
    return Map.of(
        HttpHeaders.RETRY_AFTER, String.valueOf(ThreadLocalRandom.current().nextInt(1, 4)));
  }

  /**
   * What a caller gets who has something fired.
   *
   * @param fire id of what it makes happen
   * @param status where to see what came of it
   */
  record Triggered(String schedule, String fire, String status) {}
}
