package io.herald.emulator.web;

import io.herald.emulator.api.Parameters;
import io.herald.emulator.api.Upload;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.codec.multipart.FormFieldPart;
import org.springframework.http.codec.multipart.Part;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Collects the parameters of a call from query, form, JSON body and multipart body. */
final class ReadParameters {
  private static final int LARGEST_JSON = 4 << 20;
  private static final int LARGEST_FILE = (50 << 20) + 1;
  private static final JsonMapper JSON = JsonMapper.shared();

  private ReadParameters() {}

  /** A body of JSON that is none counts as no parameters, as at Telegram. */
  static Mono<Parameters> read(ServerWebExchange exchange) {
    Map<String, JsonNode> values = new HashMap<>();
    exchange
        .getRequest()
        .getQueryParams()
        .forEach((name, all) -> put(values, name, all.isEmpty() ? null : all.getFirst()));
    MediaType type = exchange.getRequest().getHeaders().getContentType();
    if (type == null) {
      return Mono.just(new Parameters(values, Map.of()));
    }
    if (type.getSubtype().equals("json")) {
      return json(exchange, values);
    }
    if (type.getSubtype().equals("x-www-form-urlencoded")) {
      return form(exchange, values);
    }
    return type.getType().equals("multipart")
        ? multipart(exchange, values)
        : Mono.just(new Parameters(values, Map.of()));
  }

  private static void put(Map<String, JsonNode> values, String name, @Nullable String value) {
    values.put(name, JsonNodeFactory.instance.stringNode(value == null ? "" : value));
  }

  private static Mono<Parameters> json(ServerWebExchange exchange, Map<String, JsonNode> values) {
    return DataBufferUtils.join(exchange.getRequest().getBody(), LARGEST_JSON)
        .map(ReadParameters::bytes)
        .defaultIfEmpty(new byte[0])
        .map(body -> {
          putJson(values, body);
          return new Parameters(values, Map.of());
        });
  }

  private static void putJson(Map<String, JsonNode> values, byte[] body) {
    try {
      JsonNode tree = body.length == 0 ? null : JSON.readTree(body);
      if (tree != null && tree.isObject()) {
        tree.properties().forEach(field -> values.put(field.getKey(), field.getValue()));
      }
    } catch (JacksonException malformed) {
      // Telegram goes on without the parameters, and the method says which one it misses.
    }
  }

  private static Mono<Parameters> form(ServerWebExchange exchange, Map<String, JsonNode> values) {
    return exchange
        .getFormData()
        .map(form -> {
          form.forEach((name, all) -> put(values, name, all.isEmpty() ? "" : all.getFirst()));
          return new Parameters(values, Map.of());
        });
  }

  private static Mono<Parameters> multipart(
      ServerWebExchange exchange, Map<String, JsonNode> values) {
    Map<String, Upload> files = new HashMap<>();
    return exchange
        .getMultipartData()
        .flatMapMany(parts -> Flux.fromIterable(parts.values()).flatMapIterable(same -> same))
        .concatMap(part -> take(part, values, files))
        .then(Mono.fromSupplier(() -> new Parameters(values, files)));
  }

  private static Mono<Void> take(
      Part part, Map<String, JsonNode> values, Map<String, Upload> files) {
    if (part instanceof FormFieldPart field) {
      put(values, field.name(), field.value());
      return Mono.empty();
    }
    String name = part instanceof FilePart file ? file.filename() : null;
    MediaType type = part.headers().getContentType();
    return DataBufferUtils.join(part.content(), LARGEST_FILE)
        .map(ReadParameters::bytes)
        .defaultIfEmpty(new byte[0])
        .doOnNext(bytes ->
            files.put(part.name(), new Upload(name, type == null ? null : type.toString(), bytes)))
        .then();
  }

  private static byte[] bytes(DataBuffer buffer) {
    byte[] bytes = new byte[buffer.readableByteCount()];
    buffer.read(bytes);
    DataBufferUtils.release(buffer);
    return bytes;
  }
}
