package io.herald.gateway.notify;

import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** Tells what a body is said to be. */
final class MediaTypes {

  private static final String JSON = MediaType.APPLICATION_JSON_VALUE;

  private MediaTypes() {}

  /** Whether the body is JSON, or not said to be anything else. */
  static boolean isJson(HttpHeaders headers) {
    String type = headers.getFirst(HttpHeaders.CONTENT_TYPE);
    return type == null || type.equals(JSON) || isJson(type);
  }

  private static boolean isJson(String type) {
    try {
      MediaType parsed = MediaType.parseMediaType(type);
      return parsed.getType().equals("application")
          && (parsed.getSubtype().equals("json") || parsed.getSubtype().endsWith("+json"));
    } catch (InvalidMediaTypeException e) {
      return false;
    }
  }
}
