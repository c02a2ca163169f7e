package io.herald.worker.deadletter;

import io.herald.model.json.Json;
import io.herald.runtime.access.Caller;
import io.herald.runtime.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Answers requests about dead letters: as JSON, or as plain text for who prefers that. */
final class DeadLetterDesk {

  private final ReadLetters read;
  private final ReplayLetters replay;
  private final Clock clock;

  DeadLetterDesk(ReadLetters read, ReplayLetters replay, Clock clock) {
    this.read = read;
    this.replay = replay;
    this.clock = clock;
  }

  Mono<ServerResponse> list(ServerRequest request) {
    return Mono.fromSupplier(() -> filter(request))
        .flatMap(read::list)
        .flatMap(page -> answer(request, page, PlainText::of));
  }

  private LetterFilter filter(ServerRequest request) {
    return AskedFor.parameters(request.queryParams().toSingleValueMap()).filter(clock);
  }

  Mono<ServerResponse> show(ServerRequest request) {
    String id = request.pathVariable("id");
    return Mono.justOrEmpty(LetterId.parse(id))
        .flatMap(position -> read.find(List.of(position), LetterDetail::of))
        .flatMap(found -> Mono.justOrEmpty(found.stream().findFirst()))
        .flatMap(letter -> answer(request, letter, PlainText::of))
        .switchIfEmpty(Mono.defer(() -> unknown(id).answer()));
  }

  Mono<ServerResponse> replayOne(ServerRequest request) {
    String id = request.pathVariable("id");
    return Mono.justOrEmpty(LetterId.parse(id))
        .flatMap(position -> replay.replay(List.of(position), caller(request)))
        .flatMap(report -> answerOne(request, id, report))
        .switchIfEmpty(Mono.defer(() -> unknown(id).answer()));
  }

  private static Mono<ServerResponse> answerOne(
      ServerRequest request, String id, ReplayReport report) {
    if (report.replayed() == 1) {
      return answer(request, report, PlainText::of);
    }
    String problem = report.refused().getFirst().problem();
    return problem.equals(ReplayLetters.UNKNOWN)
        ? unknown(id).answer()
        : new Problem(HttpStatus.UNPROCESSABLE_CONTENT, id + " can't be replayed: " + problem)
            .answer();
  }

  Mono<ServerResponse> replayMany(ServerRequest request) {
    return request
        .bodyToMono(byte[].class)
        .defaultIfEmpty(new byte[0])
        .map(AskedFor::body)
        .flatMap(asked -> replay(asked, caller(request)))
        .flatMap(report -> answer(request, report, PlainText::of));
  }

  private Mono<ReplayReport> replay(AskedFor asked, String caller) {
    if (asked.isByIds()) {
      return replay.replay(asked.positions(), caller);
    }
    LetterFilter filter = asked.filter(clock);
    if (filter.isEverything()) {
      throw new UnusableRequest("say which: ids, or one of reason, topic, key, since, before");
    }
    return replay.replay(filter, caller);
  }

  private static Problem unknown(String id) {
    return new Problem(
        HttpStatus.NOT_FOUND,
        "there is no dead letter "
            + id
            + ": an id looks like 3-42, and letters are gone when their retention ends");
  }

  private static String caller(ServerRequest request) {
    return Caller.of(request).map(Caller::name).orElse("unknown");
  }

  private static <T> Mono<ServerResponse> answer(
      ServerRequest request, T answer, Function<T, String> text) {
    boolean plain =
        request.headers().accept().stream()
            .findFirst()
            .filter(first -> first.equalsTypeAndSubtype(MediaType.TEXT_PLAIN))
            .isPresent();
    return plain
        ? ServerResponse.ok()
            .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
            .bodyValue(text.apply(answer))
        : ServerResponse.ok().contentType(MediaType.APPLICATION_JSON).bodyValue(Json.write(answer));
  }
}
