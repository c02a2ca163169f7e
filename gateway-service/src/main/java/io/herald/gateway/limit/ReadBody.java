package io.herald.gateway.limit;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Mono;

/** Reads a request's body into memory, up to a limit. */
public final class ReadBody {

  private static final byte[] EMPTY = {};

  private final int limit;

  /**
   * Reads so many bytes at most.
   *
   * @param limit bytes
   */
  public ReadBody(int limit) {
    this.limit = limit;
  }

  /**
   * The whole body; without one an empty array. Fails with {@link DataBufferLimitException} when it
   * is larger, announced or found.
   */
  public Mono<byte[]> read(ServerRequest request) {
    return read(request.exchange().getRequest());
  }

  /** As above, for doors that stand before routes. */
  public Mono<byte[]> read(ServerHttpRequest http) {
    return http.getHeaders().getContentLength() > limit
        ? Mono.error(new DataBufferLimitException("the body is announced to be too large"))
        : DataBufferUtils.join(http.getBody(), limit).map(ReadBody::bytes).defaultIfEmpty(EMPTY);
  }

  private static byte[] bytes(DataBuffer body) {
    byte[] bytes = new byte[body.readableByteCount()];
    body.read(bytes);
    DataBufferUtils.release(body);
    return bytes;
  }
}
