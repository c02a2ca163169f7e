package io.herald.gateway.upload;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads a file into memory: a request's body, or the file of a multipart form. */
public final class ReadUpload {

  // A form has boundaries, headers and fields besides its file.
  private static final int FORM_BYTES = 64 * 1024;

  /** So long may an upload stand still: it holds room that others wait for. */
  static final Duration STALL = Duration.ofSeconds(30);

  private final UploadRoom room;
  private final int limit;

  /**
   * Reads files of so many bytes at most.
   *
   * @param limit bytes
   */
  public ReadUpload(UploadRoom room, int limit) {
    this.room = room;
    this.limit = limit;
  }

  /** Whether a request is a multipart form. */
  public static boolean isForm(ServerRequest request) {
    return request
        .headers()
        .contentType()
        .filter(type -> type.isCompatibleWith(MediaType.MULTIPART_FORM_DATA))
        .isPresent();
  }

  /**
   * Reads the file and works with it. Fails with {@link DataBufferLimitException} when it is
   * larger, with {@link UnusableUpload} when a form holds no file, with {@link Stalled} when
   * nothing comes any more.
   */
  public <T> Mono<T> file(ServerRequest request, Function<Upload, Mono<T>> work) {
    return isForm(request)
        ? form(request, form -> work.apply(onlyFile(form)))
        : within(request, limit, () -> body(request).flatMap(work));
  }

  /** Reads a multipart form and works with it; fails as {@link #file} does. */
  public <T> Mono<T> form(ServerRequest request, Function<Form, Mono<T>> work) {
    return within(request, limit + FORM_BYTES, () -> parts(request).flatMap(work));
  }

  private <T> Mono<T> within(ServerRequest request, int most, Supplier<Mono<T>> work) {
    long announced = headers(request).getContentLength();
    return announced > most
        ? Mono.error(new DataBufferLimitException("more than " + most + " bytes are announced"))
        : room.within(announced < 0 ? most : announced, work);
  }

  private Mono<Upload> body(ServerRequest request) {
    HttpHeaders headers = headers(request);
    var all = new CollectBytes(limit, headers.getContentLength());
    return limited(request, limit)
        .doOnNext(all::add)
        .then(Mono.fromSupplier(() -> Upload.of(all.bytes(), headers, Upload.name(headers))));
  }

  // The limit stands before the parser, which releases buffers twice when it is cancelled amid one.
  private Mono<Form> parts(ServerRequest request) {
    var all = new CollectParts(limit);
    return ServerRequest.from(request)
        .body(limited(request, limit + FORM_BYTES))
        .build()
        .bodyToFlux(PartEvent.class)
        .doOnNext(all::add)
        .then(Mono.fromSupplier(all::form));
  }

  private static Flux<DataBuffer> limited(ServerRequest request, int most) {
    var left = new AtomicInteger(most);
    return request
        .exchange()
        .getRequest()
        .getBody()
        .timeout(STALL, Mono.error(Stalled::new))
        .handle((buffer, next) -> {
          if (left.addAndGet(-buffer.readableByteCount()) >= 0) {
            next.next(buffer);
          } else {
            DataBufferUtils.release(buffer);
            next.error(new DataBufferLimitException("more than " + most + " bytes"));
          }
        });
  }

  private static Upload onlyFile(Form form) {
    return form.file().orElseThrow(() -> new UnusableUpload("the form holds no file")).getValue();
  }

  private static HttpHeaders headers(ServerRequest request) {
    return request.headers().asHttpHeaders();
  }

  /** Nothing of an upload came for {@link #STALL}. */
  static final class Stalled extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private Stalled() {
      super("nothing came for " + STALL.toSeconds() + " s", null, false, false);
    }
  }
}
