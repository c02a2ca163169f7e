package io.herald.emulator.control;

import io.herald.emulator.formatting.FormattingRefusal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.server.ServerWebInputException;

/** Words for wrong control requests. */
@RestControllerAdvice(basePackages = "io.herald.emulator.control")
final class ControlErrors {

  @ExceptionHandler
  @ResponseStatus(HttpStatus.NOT_FOUND)
  Map<String, String> unknown(UnknownThing unknown) {
    return error(unknown.getMessage());
  }

  @ExceptionHandler
  @ResponseStatus(HttpStatus.BAD_REQUEST)
  Map<String, String> refused(FormattingRefusal refused) {
    return error(refused.getMessage());
  }

  @ExceptionHandler
  @ResponseStatus(HttpStatus.BAD_REQUEST)
  Map<String, String> wrong(IllegalArgumentException wrong) {
    return error(wrong.getMessage());
  }

  @ExceptionHandler
  @ResponseStatus(HttpStatus.BAD_REQUEST)
  Map<String, String> unreadable(ServerWebInputException unreadable) {
    Throwable cause = unreadable.getMostSpecificCause();
    String message = cause.getMessage();
    return error(
        message == null ? "the request can't be read" : message.lines().findFirst().orElse(""));
  }

  private static Map<String, String> error(@Nullable String message) {
    return Map.of("error", message == null ? "wrong request" : message);
  }
}
