package io.herald.gateway.download;

import io.herald.runtime.sign.SignLinks;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Answers for files of jobs. The signature in the link is the right to the file, and nobody logs
 * in: whether a file exists is told only to who has one. Files are read from the disk alone, so it
 * works without Kafka and Redis.
 */
final class DownloadDesk {

  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");
  private static final String POLICY = "Content-Security-Policy";
  private static final String OF_FILES = "default-src 'none'; sandbox";
  private static final String OF_PAGES =
      "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors"
          + " 'none'";
  private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

  private final SignLinks links;
  private final FindFile files;
  private final Clock clock;

  DownloadDesk(SignLinks links, FindFile files, Clock clock) {
    this.links = links;
    this.files = files;
    this.clock = clock;
  }

  /** {@code GET} and {@code HEAD /files/{job}/{file}?expires=…&signature=…}. */
  Mono<ServerResponse> answer(ServerRequest request) {
    List<String> steps = steps(request);
    String job = request.pathVariable("job");
    List<String> file = steps.subList(Math.min(2, steps.size()), steps.size());
    String expires = request.queryParam("expires").orElse("");
    String signature = request.queryParam("signature").orElse("");
    if (!links.isOn()) {
      return tell(HttpStatus.NOT_FOUND, "There are no downloads here", "Herald has them off.");
    }
    if (!SECONDS.matcher(expires).matches()
        || !links.isSigned(job, String.join("/", file), expires, signature)) {
      return tell(
          HttpStatus.FORBIDDEN,
          "This link is not valid",
          "It is not as Herald made it. Copy all of it, or ask for the file again.");
    }
    if (clock.instant().getEpochSecond() >= Long.parseLong(expires)) {
      return tell(
          HttpStatus.GONE,
          "This link has expired",
          "Links to files work for a limited time. Ask the bot for the file again.");
    }
    return Mono.fromCallable(() -> files.find(job, file))
        .subscribeOn(Schedulers.boundedElastic())
        .flatMap(found -> found.map(it -> hand(request, it)).orElseGet(DownloadDesk::nothing));
  }

  // Segment by segment, each decoded for itself: an encoded slash parts nothing.
  private static List<String> steps(ServerRequest request) {
    return request.requestPath().pathWithinApplication().elements().stream()
        .filter(PathSegment.class::isInstance)
        .map(it -> ((PathSegment) it).valueToMatch())
        .toList();
  }

  private static Mono<ServerResponse> hand(ServerRequest request, JobFile file) {
    return request
        .checkNotModified(file.changed(), file.etag())
        .switchIfEmpty(Mono.defer(() -> send(request, file)));
  }

  private static Mono<ServerResponse> send(ServerRequest request, JobFile file) {
    return switch (Range.of(request.headers().asHttpHeaders(), file)) {
      case Range.Whole _ ->
          send(request, HttpStatus.OK, file, new Range.Part(0, file.size() - 1), Map.of());
      case Range.Part part ->
          send(
              request,
              HttpStatus.PARTIAL_CONTENT,
              file,
              part,
              Map.of(
                  HttpHeaders.CONTENT_RANGE,
                  "bytes " + part.first() + '-' + part.last() + '/' + file.size()));
      case Range.Beyond _ ->
          ServerResponse.status(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
              .header(HttpHeaders.CONTENT_RANGE, "bytes */" + file.size())
              .build();
    };
  }

  private static Mono<ServerResponse> send(
      ServerRequest request,
      HttpStatus status,
      JobFile file,
      Range.Part part,
      Map<String, String> headers) {
    var answer =
        ServerResponse.status(status)
            .contentType(file.type())
            .contentLength(part.length())
            .eTag(file.etag())
            .lastModified(file.changed())
            .cacheControl(CacheControl.noCache().cachePrivate())
            .header(HttpHeaders.ACCEPT_RANGES, "bytes")
            .header(HttpHeaders.CONTENT_DISPOSITION, Attachment.named(file.name()))
            .header("X-Content-Type-Options", "nosniff")
            .header(POLICY, OF_FILES)
            .headers(all -> headers.forEach(all::set));
    return request.method() == HttpMethod.HEAD || part.length() == 0
        ? answer.build()
        : answer.body(SendFile.part(file, part));
  }

  private static Mono<ServerResponse> nothing() {
    return tell(
        HttpStatus.NOT_FOUND,
        "This file is gone",
        "It is not there, or not any more: files are kept for a while only.");
  }

  private static Mono<ServerResponse> tell(HttpStatus status, String title, String problem) {
    return ServerResponse.status(status)
        .contentType(HTML)
        .cacheControl(CacheControl.noStore())
        .header(POLICY, OF_PAGES)
        .render("download/problem", Map.of("title", title, "problem", problem));
  }
}
