package io.herald.chart;

import com.marcnuri.helm.DryRun;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The chart, rendered by Helm itself as the release "demo" in the namespace "apps". */
final class Chart {

  static final Path HOME = Path.of("..", "helm", "herald").toAbsolutePath().normalize();
  static final String NAMESPACE = "apps";

  /** Stands where {@code helm.sh/hook} stands in the chart. */
  static final String HOOK = "herald.test/hook";

  private static final Path CASES = Path.of("src", "test", "resources", "values");
  private static final Map<String, Rendered> RENDERED = new ConcurrentHashMap<>();

  private Chart() {}

  /** The names of all cases of the matrix: the files in resources/values. */
  static Stream<String> cases() {
    try (var files = Files.list(CASES)) {
      return files
          .map(file -> file.getFileName().toString().replace(".yaml", ""))
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What comes of a case of the matrix. */
  static Rendered of(String name) {
    return RENDERED.computeIfAbsent(name, it -> Rendered.of(template(it).call()));
  }

  /** What comes of a case with one value changed, as by {@code --set}. */
  static Rendered of(String name, String key, String value) {
    return Rendered.of(template(name).set(key, value).call());
  }

  static TemplateCommand template(String name) {
    return plain().withValuesFile(CASES.resolve(name + ".yaml"));
  }

  /** The chart with no values but its own. */
  static TemplateCommand plain() {
    return new Helm(Hooks.SHOWN)
        .template()
        .withName("demo")
        .withNamespace(NAMESPACE)
        .withKubeVersion("v1.30.0");
  }

  static LintResult lint() {
    return new Helm(HOME).lint().strict().call();
  }

  /** What Helm says after an installation. */
  static String notes(String name) {
    String output =
        new Helm(HOME)
            .install()
            .clientOnly()
            .withDryRunOption(DryRun.CLIENT)
            .withName("demo")
            .withNamespace(NAMESPACE)
            .withKubeVersion("v1.30.0")
            .withValuesFile(CASES.resolve(name + ".yaml"))
            .call()
            .getOutput();
    return output.substring(output.indexOf("NOTES:"));
  }

  /** A file of the chart as text. */
  static String file(String path) {
    try {
      return Files.readString(HOME.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Files of the chart in a folder, by name. */
  static List<Path> files(String folder) {
    try (var files = Files.list(HOME.resolve(folder))) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
