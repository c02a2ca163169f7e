package io.herald.runtime.start;

import io.herald.runtime.config.EnvironmentVariable;
import io.herald.runtime.config.InvalidSetting;
import java.util.Locale;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigException;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.web.server.PortInUseException;

/** Finds the one line that tells an operator why a service did not start. */
final class StartFailure {

  /** The brokers, {@code host:port}, several by comma. */
  @EnvironmentVariable private static final String BROKERS = "KAFKA_BOOTSTRAP_SERVERS";

  private StartFailure() {}

  static String line(String service, Throwable failure) {
    return service + " can't start: " + oneLine(reason(failure));
  }

  private static String reason(Throwable failure) {
    return find(failure, InvalidSetting.class)
        .map(Throwable::getMessage)
        .or(() ->
            find(failure, PortInUseException.class)
                .map(e -> "SERVER_PORT: port " + e.getPort() + " is in use"))
        .or(() -> find(failure, ConfigException.class).map(StartFailure::kafka))
        .or(() -> find(failure, BindException.class).map(StartFailure::binding))
        .orElseGet(() -> root(failure).getClass().getSimpleName() + ": " + message(failure));
  }

  private static String kafka(ConfigException e) {
    String message = String.valueOf(e.getMessage());
    return message.contains("bootstrap") ? BROKERS + ": " + message : message;
  }

  /** The value is left out: it may be a secret. */
  private static String binding(BindException e) {
    String property = e.getName().toString();
    String variable = property.replace('.', '_').replace("-", "").toUpperCase(Locale.ROOT);
    String type = e.getTarget().getType().toString();
    String kind = type.substring(type.lastIndexOf('.') + 1);
    return variable + " (property " + property + "): the value is not a valid " + kind;
  }

  // A library's words; what looks like a login or a bot's token is struck out.
  private static String message(Throwable failure) {
    return String.valueOf(root(failure).getMessage())
        .replaceAll("//[^@/\\s]*@", "//***@")
        .replaceAll("[0-9]{3,}:[A-Za-z0-9_-]{8,}", "***");
  }

  private static Throwable root(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return Optional.of(type.cast(cause));
      }
    }
    return Optional.empty();
  }

  private static String oneLine(String text) {
    return text.lines().map(String::strip).findFirst().orElse("unknown reason");
  }
}
