package io.herald.gateway.post;

import io.herald.gateway.notify.Answers;
import io.herald.model.json.Json;
import io.herald.runtime.problem.Problem;
import io.herald.runtime.schedule.SchedulesUnknown;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** What is answered about posts. */
final class PostAnswers {

  private static final Problem NONE =
      new Problem(HttpStatus.NOT_FOUND, "there is no post of that id; each is kept for 30 days");
  private static final Problem KEY_USED =
      new Problem(
          HttpStatus.CONFLICT,
          "the header Idempotency-Key was used for another post, with other content");
  private static final Problem KAFKA_GONE =
      new Problem(
          HttpStatus.SERVICE_UNAVAILABLE,
          "posts can't be stored at the moment; send the same again, with the same"
              + " Idempotency-Key");

  private PostAnswers() {}

  static Mono<ServerResponse> taken(PostView post) {
    return ServerResponse.accepted()
        .header(HttpHeaders.LOCATION, PostDoor.PATH + '/' + post.id())
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(Json.write(post));
  }

  static Mono<ServerResponse> post(PostView post) {
    return ServerResponse.ok()
        .cacheControl(CacheControl.noStore())
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(Json.write(post));
  }

  static Mono<ServerResponse> deleted() {
    return ServerResponse.noContent().build();
  }

  static Mono<ServerResponse> none() {
    return NONE.answer();
  }

  static Mono<ServerResponse> tooLate(PostView post) {
    String detail =
        switch (post.status()) {
          case PUBLISHED -> "the post was published already";
          case PUBLISHING -> "the post is being published already";
          default -> "the post's time has passed: it is over";
        };
    return new Problem(HttpStatus.CONFLICT, detail).answer();
  }

  /** Whether {@link #refused} has an answer for it. */
  static boolean isTellable(Throwable error) {
    return Answers.isRefusal(error)
        || error instanceof Posts.IdTaken
        || error instanceof SchedulesUnknown
        || error instanceof org.apache.kafka.common.KafkaException
        || error instanceof org.springframework.kafka.KafkaException;
  }

  static Mono<ServerResponse> refused(Throwable error) {
    if (Answers.isRefusal(error)) {
      return Answers.refused(error);
    }
    return switch (error) {
      case Posts.IdTaken _ -> KEY_USED.answer();
      case SchedulesUnknown unknown ->
          new Problem(HttpStatus.SERVICE_UNAVAILABLE, unknown.getMessage() + "; ask again")
              .answer(soon());
      default -> KAFKA_GONE.answer(soon());
    };
  }

  private static Map<String, String> soon() {
    return Map.of(
        HttpHeaders.RETRY_AFTER, String.valueOf(ThreadLocalRandom.current().nextInt(1, 4)));
  }
}
