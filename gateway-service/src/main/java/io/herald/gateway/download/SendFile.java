package io.herald.gateway.download;

import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.ZeroCopyHttpOutputMessage;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.reactive.function.BodyInserter;
import reactor.core.publisher.Mono;

/** Sends bytes of a file, by the operating system where it can. */
final class SendFile {

  private static final int BUFFER_BYTES = 16 * 1024;

  private SendFile() {}

  static BodyInserter<Void, ServerHttpResponse> part(JobFile file, Range.Part part) {
    return (response, _) -> send(file, part, response);
  }

  private static Mono<Void> send(JobFile file, Range.Part part, ServerHttpResponse response) {
    if (response instanceof ZeroCopyHttpOutputMessage direct) {
      return direct.writeWith(file.path(), part.first(), part.length());
    }
    var bytes =
        DataBufferUtils.read(
            new FileSystemResource(file.path()),
            part.first(),
            response.bufferFactory(),
            BUFFER_BYTES);
    return response.writeWith(DataBufferUtils.takeUntilByteCount(bytes, part.length()));
  }
}
