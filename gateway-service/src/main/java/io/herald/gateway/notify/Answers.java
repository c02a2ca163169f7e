package io.herald.gateway.notify;

import io.herald.model.json.MalformedRecord;
import io.herald.runtime.contract.InvalidRecord;
import io.herald.runtime.contract.Violation;
import io.herald.runtime.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** What senders of notifications are answered. */
public final class Answers {

  /** The body is not said to be JSON. */
  static final Answer NOT_JSON =
      refusal(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "send JSON, with Content-Type: application/json");

  /** A person without the scope asks for something to be sent to somebody else. */
  static final Answer FOR_OTHERS =
      refusal(
          HttpStatus.FORBIDDEN,
          "without the scope notify.send a person may send to themselves only:"
              + " \"to\":{\"user\":…}");

  /** An error of ours. */
  static final Answer BROKEN =
      refusal(HttpStatus.INTERNAL_SERVER_ERROR, "something is wrong here; the log says what");

  private static final Answer TOO_LARGE =
      refusal(HttpStatus.CONTENT_TOO_LARGE, "the body is larger than is let in");
  private static final String TAKEN = "is the id of another notification, with other content";
  private static final Violation KEY_USED =
      new Violation(
          "", "the header Idempotency-Key was used for another request, with other content");
  private static final String NOT_TO_CHOOSE =
      "is Herald's to choose for a person without the scope notify.send; leave it out";

  private Answers() {}

  /** What became of one notification, as the answer of a route. */
  public static Mono<ServerResponse> of(Submission submission, Submitted outcome, Sender sender) {
    return one(submission, outcome, sender).asResponse();
  }

  /** What became of one notification. */
  static Answer one(Submission submission, Submitted outcome, Sender sender) {
    return switch (outcome) {
      case Submitted.Accepted _ -> accepted(submission);
      case Submitted.Conflict _ -> conflict(List.of(conflict(submission, 0, "", sender)));
      case Submitted.Unavailable _ -> unavailable();
    };
  }

  /** What became of a batch. */
  static Answer batch(List<Submission> batch, Submitted outcome, Sender sender) {
    return switch (outcome) {
      case Submitted.Accepted _ ->
          Answer.accepted(batch.stream().map(it -> Receipt.of(it.id())).toList(), Map.of());
      case Submitted.Conflict(List<Integer> places) ->
          conflict(
              places.stream()
                  .map(i -> conflict(batch.get(i), i, "/" + i, sender))
                  .distinct()
                  .toList());
      case Submitted.Unavailable _ -> unavailable();
    };
  }

  private static Answer accepted(Submission submission) {
    Receipt receipt = Receipt.of(submission.id());
    return Answer.accepted(receipt, Map.of(HttpHeaders.LOCATION, receipt.status()));
  }

  // Whoever sent a key knows nothing of the id that was made of it.
  private static Violation conflict(Submission submission, int index, String place, Sender sender) {
    return sender.isDerived(submission.id(), index)
        ? KEY_USED
        : new Violation(place + "/id", TAKEN);
  }

  private static Answer conflict(List<Violation> errors) {
    String detail = errors.contains(KEY_USED) ? KEY_USED.problem() : "an id " + TAKEN;
    return Answer.problem(new Problem(HttpStatus.CONFLICT, detail, errors), Map.of());
  }

  /** A person without the scope names ids or sources, at those places. */
  static Answer notToChoose(List<String> places) {
    List<Violation> errors =
        places.stream().map(place -> new Violation(place, NOT_TO_CHOOSE)).toList();
    return Answer.problem(
        new Problem(
            HttpStatus.FORBIDDEN,
            "without the scope notify.send a person chooses neither id nor source, see errors",
            errors),
        Map.of());
  }

  private static Answer unavailable() {
    return later(
        HttpStatus.SERVICE_UNAVAILABLE,
        "notifications can't be stored at the moment; send the same again");
  }

  /** The caller's limit is reached. */
  public static Mono<ServerResponse> tooFast() {
    return tooMany().asResponse();
  }

  /** The caller's limit is reached. */
  static Answer tooMany() {
    return later(HttpStatus.TOO_MANY_REQUESTS, "too many notifications from this caller");
  }

  /** Whether {@link #refused} has an answer for it. */
  public static boolean isRefusal(Throwable error) {
    return error instanceof MalformedRecord || error instanceof DataBufferLimitException;
  }

  /** What was sent can't be taken as it is; as the answer of a route. */
  public static Mono<ServerResponse> refused(Throwable error) {
    return refusal(error).asResponse();
  }

  /** What was sent can't be taken as it is. */
  static Answer refusal(Throwable error) {
    return switch (error) {
      case InvalidRecord invalid -> invalid(invalid.violations());
      case MalformedRecord malformed ->
          invalid(List.of(new Violation("", String.valueOf(malformed.getMessage()))));
      default -> TOO_LARGE;
    };
  }

  private static Answer invalid(List<Violation> violations) {
    return Answer.problem(
        new Problem(
            HttpStatus.BAD_REQUEST, "the request is not as it should be, see errors", violations),
        Map.of());
  }

  private static Answer refusal(HttpStatus status, String detail) {
    return Answer.problem(new Problem(status, detail), Map.of());
  }

  // Spread, so that what piled up in an outage does not come back in one moment.
  private static Answer later(HttpStatus status, String detail) {
    int seconds = ThreadLocalRandom.current().nextInt(1, 4);
    return Answer.problem(
        new Problem(status, detail), Map.of(HttpHeaders.RETRY_AFTER, String.valueOf(seconds)));
  }
}
