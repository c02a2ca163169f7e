package io.herald.gateway.upload;

import io.herald.runtime.problem.Problem;
import java.util.Map;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** What is answered to uploads that were not read to their end. */
public final class UploadRefusals {

  private static final Problem LARGE =
      new Problem(
          HttpStatus.CONTENT_TOO_LARGE, "photos have at most 10 MB, other files at most 50 MB");
  private static final Problem NO_ROOM =
      new Problem(HttpStatus.TOO_MANY_REQUESTS, "too many uploads are under way");
  private static final Problem STALLED =
      new Problem(
          HttpStatus.REQUEST_TIMEOUT,
          "nothing came for " + ReadUpload.STALL.toSeconds() + " s; send it again");
  private static final Map<String, String> SOON = Map.of(HttpHeaders.RETRY_AFTER, "2");

  private UploadRefusals() {}

  /** Whether {@link #refused} has an answer for it. */
  public static boolean isRefusal(Throwable error) {
    return error instanceof UnusableUpload
        || error instanceof DataBufferLimitException
        || error instanceof UploadRoom.NoRoom
        || error instanceof ReadUpload.Stalled;
  }

  /** What is wrong. */
  public static Mono<ServerResponse> refused(Throwable error) {
    return switch (error) {
      case UnusableUpload unusable ->
          new Problem(HttpStatus.BAD_REQUEST, String.valueOf(unusable.getMessage())).answer();
      case UploadRoom.NoRoom _ -> NO_ROOM.answer(SOON);
      case ReadUpload.Stalled _ -> STALLED.answer();
      default -> LARGE.answer();
    };
  }
}
