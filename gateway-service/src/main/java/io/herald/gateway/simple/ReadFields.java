package io.herald.gateway.simple;

import io.herald.gateway.limit.ReadBody;
import io.herald.gateway.upload.Form;
import io.herald.gateway.upload.ReadUpload;
import io.herald.gateway.upload.UnusableUpload;
import io.herald.model.json.Json;
import io.herald.runtime.contract.InvalidNotification;
import io.herald.runtime.contract.Violation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Reads what was filled in: as JSON, as a web form, or as a multipart form with a file. */
final class ReadFields {

  private static final String NO_FORM =
      "the form is not encoded as its Content-Type says: a % stands before two hex digits";

  private final ReadBody body;
  private final ReadUpload upload;

  ReadFields(ReadBody body, ReadUpload upload) {
    this.body = body;
    this.upload = upload;
  }

  /** Reads the fields and works with them. */
  <T> Mono<T> read(ServerRequest request, Function<Form, Mono<T>> work) {
    return ReadUpload.isForm(request)
        ? upload.form(request, work)
        : fields(request).map(Form::new).flatMap(work);
  }

  private Mono<Map<String, String>> fields(ServerRequest request) {
    return request
            .headers()
            .contentType()
            .filter(type -> type.isCompatibleWith(MediaType.APPLICATION_FORM_URLENCODED))
            .isPresent()
        ? request
            .formData()
            .map(form -> form.toSingleValueMap())
            .onErrorMap(IllegalArgumentException.class, _ -> new UnusableUpload(NO_FORM))
        : body.read(request).map(Json::tree).map(ReadFields::fields);
  }

  private static Map<String, String> fields(JsonNode sent) {
    if (!sent.isObject()) {
      throw new UnusableUpload(
          "the body is not JSON such as {\"user\":\"123456789\",\"text\":\"hi\"}");
    }
    Map<String, String> fields = new LinkedHashMap<>();
    sent.properties().forEach(field -> fields.put(field.getKey(), value(field)));
    return fields;
  }

  // A chat's id may well be written as a number.
  private static String value(Map.Entry<String, JsonNode> field) {
    JsonNode value = field.getValue();
    if (!value.isString() && !value.isIntegralNumber()) {
      throw new InvalidNotification(List.of(new Violation("/" + field.getKey(), "must be a text")));
    }
    return value.asString();
  }
}
