package io.herald.worker.recipient;

import io.herald.model.notification.Recipient;
import io.herald.runtime.config.InvalidSetting;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Names that the operator has given to lists of recipients, {@code
 * oncall=chat:-100123,user:ann@example.com;reports=chat:@reports}.
 */
public final class Routes {

  private static final String VARIABLE = "HERALD_ROUTES";
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final Pattern CHAT =
      Pattern.compile("-?[1-9][0-9]{0,18}|@[A-Za-z][A-Za-z0-9_]{3,31}");

  private final Map<String, List<Recipient>> routes;

  private Routes(Map<String, List<Recipient>> routes) {
    this.routes = routes;
  }

  /**
   * Reads them.
   *
   * @param text blank: there are none
   * @throws InvalidSetting when they are not written as above
   */
  public static Routes parse(String text) {
    Map<String, List<Recipient>> routes = new LinkedHashMap<>();
    for (String route : entries(text, ";")) {
      int equals = route.indexOf('=');
      String name = equals < 0 ? route : route.substring(0, equals).strip();
      if (!NAME.matcher(name).matches()) {
        throw invalid(
            "a route is written name=chat:…,user:…; its name has 1 to 64 of A-Za-z0-9._-");
      }
      List<Recipient> recipients =
          entries(equals < 0 ? "" : route.substring(equals + 1), ",").stream()
              .map(word -> recipient(name, word))
              .toList();
      if (recipients.isEmpty()) {
        throw invalid("route " + name + " has no recipients");
      }
      if (routes.put(name, recipients) != null) {
        throw invalid("route " + name + " is there twice");
      }
    }
    return new Routes(Map.copyOf(routes));
  }

  /** The recipients of every route, by its name. */
  public Map<String, List<Recipient>> all() {
    return routes;
  }

  /** The recipients of that route; empty when there is no such route. */
  Optional<List<Recipient>> find(String name) {
    return Optional.ofNullable(routes.get(name));
  }

  private static List<String> entries(String text, String separator) {
    return Arrays.stream(text.split(separator))
        .map(String::strip)
        .filter(Predicate.not(String::isEmpty))
        .toList();
  }

  private static Recipient recipient(String route, String word) {
    int colon = word.indexOf(':');
    String kind = colon < 0 ? "" : word.substring(0, colon).strip();
    String value = word.substring(colon + 1).strip();
    if (kind.equals("chat") && CHAT.matcher(value).matches()) {
      return Recipient.chat(value);
    }
    if (kind.equals("user") && !value.isEmpty()) {
      return Recipient.user(value);
    }
    throw invalid(
        "route " + route + ": a recipient is chat:<id>, chat:@<channel> or user:<id>, not " + word);
  }

  private static InvalidSetting invalid(String problem) {
    return new InvalidSetting(VARIABLE, problem);
  }
}
