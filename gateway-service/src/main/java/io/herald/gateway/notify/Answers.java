package io.herald.gateway.notify;

import io.herald.model.json.Json;
import io.herald.model.json.MalformedRecord;
import io.herald.runtime.contract.InvalidNotification;
import io.herald.runtime.contract.Violation;
import io.herald.runtime.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** What senders of notifications are answered. */
public final class Answers {

  /** The body is not said to be JSON. */
  static final Problem NOT_JSON =
      new Problem(
          HttpStatus.UNSUPPORTED_MEDIA_TYPE, "send JSON, with Content-Type: application/json");

  /** A person without the scope asks for something to be sent to somebody else. */
  static final Problem FOR_OTHERS =
      new Problem(
          HttpStatus.FORBIDDEN,
          "without the scope notify.send a person may send to themselves only:"
              + " \"to\":{\"user\":…}");

  private static final Problem TOO_FAST =
      new Problem(HttpStatus.TOO_MANY_REQUESTS, "too many notifications from this caller");
  private static final Problem UNAVAILABLE =
      new Problem(
          HttpStatus.SERVICE_UNAVAILABLE,
          "notifications can't be stored at the moment; send the same again");
  private static final Problem TOO_LARGE =
      new Problem(HttpStatus.CONTENT_TOO_LARGE, "the body is larger than is let in");
  private static final String TAKEN = "is the id of another notification, with other content";

  private Answers() {}

  /** What became of one notification. */
  public static Mono<ServerResponse> of(Submission submission, Submitted outcome) {
    return switch (outcome) {
      case Submitted.Accepted _ -> accepted(submission);
      case Submitted.Conflict _ -> conflict(List.of("/id"));
      case Submitted.Unavailable _ -> UNAVAILABLE.answer(soon());
    };
  }

  /** What became of a batch. */
  static Mono<ServerResponse> of(List<Submission> batch, Submitted outcome) {
    return switch (outcome) {
      case Submitted.Accepted _ -> accepted(batch);
      case Submitted.Conflict(List<Integer> places) ->
          conflict(places.stream().map(place -> "/" + place + "/id").toList());
      case Submitted.Unavailable _ -> UNAVAILABLE.answer(soon());
    };
  }

  private static Mono<ServerResponse> accepted(Submission submission) {
    Receipt receipt = Receipt.of(submission.id());
    return ServerResponse.accepted()
        .header(HttpHeaders.LOCATION, receipt.status())
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(Json.write(receipt));
  }

  private static Mono<ServerResponse> accepted(List<Submission> batch) {
    List<Receipt> receipts = batch.stream().map(it -> Receipt.of(it.id())).toList();
    return ServerResponse.accepted()
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(Json.write(receipts));
  }

  private static Mono<ServerResponse> conflict(List<String> paths) {
    List<Violation> errors = paths.stream().map(path -> new Violation(path, TAKEN)).toList();
    return new Problem(HttpStatus.CONFLICT, "an id " + TAKEN, errors).answer();
  }

  /** The caller's limit is reached. */
  public static Mono<ServerResponse> tooFast() {
    return TOO_FAST.answer(soon());
  }

  /** Whether {@link #refused} has an answer for it. */
  public static boolean isRefusal(Throwable error) {
    return error instanceof MalformedRecord || error instanceof DataBufferLimitException;
  }

  /** What was sent can't be taken as it is. */
  public static Mono<ServerResponse> refused(Throwable error) {
    return switch (error) {
      case InvalidNotification invalid -> invalid(invalid.violations());
      case MalformedRecord malformed ->
          invalid(List.of(new Violation("", String.valueOf(malformed.getMessage()))));
      default -> TOO_LARGE.answer();
    };
  }

  private static Mono<ServerResponse> invalid(List<Violation> violations) {
    return new Problem(
            HttpStatus.BAD_REQUEST, "the request is not as it should be, see errors", violations)
        .answer();
  }

  // Spread, so that what piled up in an outage does not come back in one moment.
  private static Map<String, String> soon() {
    int seconds = ThreadLocalRandom.current().nextInt(1, 4);
    return Map.of(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
  }
}
