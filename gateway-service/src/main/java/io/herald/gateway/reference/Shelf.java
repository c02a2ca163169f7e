package io.herald.gateway.reference;

import io.herald.runtime.problem.Problem;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Files that never change while the gateway runs, and nothing besides them. */
final class Shelf {

  private static final Problem NOTHING =
      new Problem(HttpStatus.NOT_FOUND, "there is no file of that name");
  private static final CacheControl AN_HOUR =
      CacheControl.maxAge(Duration.ofHours(1)).cachePublic();
  // Swagger UI draws with data: images, and asks only this gateway.
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src"
          + " 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

  private record Item(MediaType type, byte[] bytes) {}

  private final Map<String, Item> items = new HashMap<>();

  /** Puts a file on the shelf. */
  Shelf put(String name, String mediaType, byte[] bytes) {
    items.put(name, new Item(MediaType.parseMediaType(mediaType), bytes));
    return this;
  }

  /** Hands out the file that is named by the path's variable {@code file}. */
  Mono<ServerResponse> named(ServerRequest request) {
    return answer(request.pathVariable("file"));
  }

  /** Hands out that file. */
  Mono<ServerResponse> answer(String name) {
    Item item = items.get(name);
    return item == null
        ? NOTHING.answer()
        : ServerResponse.ok()
            .contentType(item.type())
            .cacheControl(AN_HOUR)
            .header("Content-Security-Policy", POLICY)
            .header("X-Content-Type-Options", "nosniff")
            .bodyValue(item.bytes());
  }
}
