package io.herald.gateway.upload;

import io.herald.gateway.limit.RequestLimits;
import io.herald.model.json.Json;
import io.herald.runtime.access.Caller;
import io.herald.runtime.blob.Blob;
import io.herald.runtime.blob.Blobs;
import io.herald.runtime.log.NowAndThen;
import io.herald.runtime.problem.Problem;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Takes an uploaded file to its answer: 201 with an id, once Kafka has all of it. */
final class UploadDoor {

  /** The path of uploads. */
  static final String PATH = "/api/blobs";

  private static final Logger log = LoggerFactory.getLogger(UploadDoor.class);
  private static final String SOME_BYTES = "application/octet-stream";
  private static final Map<String, String> SOON = Map.of(HttpHeaders.RETRY_AFTER, "2");
  private static final Problem EMPTY = new Problem(HttpStatus.BAD_REQUEST, "the file is empty");
  private static final Problem NO_PICTURE =
      new Problem(
          HttpStatus.UNSUPPORTED_MEDIA_TYPE,
          "this is no png, jpeg, gif or webp, though it is said to be a picture; send other files"
              + " with Content-Type: "
              + SOME_BYTES);
  private static final Problem LARGE_PICTURE =
      new Problem(
          HttpStatus.CONTENT_TOO_LARGE,
          "a photo has at most 10 MB; to send it as a document, upload it with Content-Type: "
              + SOME_BYTES);
  private static final Problem TOO_FAST =
      new Problem(HttpStatus.TOO_MANY_REQUESTS, "too many uploads from this caller");
  private static final Problem UNAVAILABLE =
      new Problem(HttpStatus.SERVICE_UNAVAILABLE, "files can't be stored at the moment");

  private final NowAndThen refusals = new NowAndThen(Duration.ofSeconds(10), System::nanoTime);
  private final ReadUpload read;
  private final RequestLimits limits;
  private final Blobs blobs;

  UploadDoor(ReadUpload read, RequestLimits limits, Blobs blobs) {
    this.read = read;
    this.limits = limits;
    this.blobs = blobs;
  }

  Mono<ServerResponse> receive(ServerRequest request) {
    return limits
        .callerMayGoOn(Caller.of(request).orElseThrow().kindAndName(), 1)
        .flatMap(mayGoOn -> mayGoOn ? read.file(request, this::take) : TOO_FAST.answer(SOON));
  }

  private Mono<ServerResponse> take(Upload upload) {
    Optional<String> image = ImageType.of(upload.bytes()).map(ImageType::mediaType);
    boolean asPicture = upload.type() != null && upload.type().startsWith("image/");
    if (upload.bytes().length == 0) {
      return EMPTY.answer();
    }
    if (asPicture && image.isEmpty()) {
      return NO_PICTURE.answer();
    }
    if (asPicture && upload.bytes().length > ImageType.MOST_BYTES) {
      return LARGE_PICTURE.answer();
    }
    String said = upload.type() == null ? SOME_BYTES : upload.type();
    return store(new Blob(upload.bytes(), image.orElse(said), upload.name()));
  }

  private Mono<ServerResponse> store(Blob blob) {
    return blobs.store(blob).flatMap(id -> stored(id, blob)).onErrorResume(this::unavailable);
  }

  private Mono<ServerResponse> unavailable(Throwable error) {
    if (refusals.isDue()) {
      log.warn(
          "Kafka did not take an upload ({}); it is to be sent again",
          error.getClass().getSimpleName());
    }
    return UNAVAILABLE.answer(SOON);
  }

  private static Mono<ServerResponse> stored(String id, Blob blob) {
    return ServerResponse.status(HttpStatus.CREATED)
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(Json.write(new Stored(id, blob.bytes().length, blob.type(), blob.name())));
  }
}
