package io.herald.bench.run;

import io.herald.local.process.ProcessFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The metrics of a service, in Prometheus' text format. */
public final class Prometheus implements AutoCloseable {
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI address;

  /** Asks nothing yet. */
  public Prometheus(URI address) {
    this.address = address;
  }

  /** The values of all series, by name and labels, whose name is wanted. */
  public Map<String, Double> series(Predicate<String> wanted) throws InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(10)).build();
    try {
      HttpResponse<Stream<String>> answer =
          client.send(request, HttpResponse.BodyHandlers.ofLines());
      try (Stream<String> lines = answer.body()) {
        return parse(lines, wanted);
      }
    } catch (IOException e) {
      throw new ProcessFailure("no metrics at " + address.getPort() + ": " + e.getMessage());
    }
  }

  static Map<String, Double> parse(Stream<String> lines, Predicate<String> wanted) {
    Map<String, Double> values = new TreeMap<>();
    lines
        .filter(line -> !line.startsWith("#"))
        .filter(line -> line.indexOf(' ') > 0 && wanted.test(line.split("[{ ]", 2)[0]))
        .forEach(line -> {
          int space = line.lastIndexOf(' ');
          values.put(line.substring(0, space), value(line.substring(space + 1)));
        });
    return values;
  }

  private static double value(String text) {
    return switch (text) {
      case "+Inf" -> Double.POSITIVE_INFINITY;
      case "-Inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text);
    };
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
