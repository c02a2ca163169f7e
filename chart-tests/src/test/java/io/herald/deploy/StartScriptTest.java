package io.herald.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which JVM options image and units start a service with; a stand-in for java tells them. */
class StartScriptTest {

  private static final Path START = Checkout.DEPLOY.resolve("docker/start");
  private static final Path TRAIN = Checkout.DEPLOY.resolve("docker/train");

  @TempDir private Path folder;

  @BeforeEach
  void standIn() throws IOException {
    Path java = Files.writeString(folder.resolve("java"), "#!/bin/sh\necho $JDK_JAVA_OPTIONS $@\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
  }

  @Test
  void theHeapIsAPartOfTheMemoryUnlessSaidOtherwise() throws Exception {
    assertThat(started(Map.of())).contains("-XX:MaxRAMPercentage=60", "-XX:+UseSerialGC");
    assertThat(started(Map.of("JDK_JAVA_OPTIONS", "-Xmx1g")))
        .startsWith("-Xmx1g")
        .contains("-XX:+UseSerialGC")
        .doesNotContain("-XX:MaxRAMPercentage=60");
  }

  @Test
  void anotherCollectorTakesThePlaceOfOurs() throws Exception {
    assertThat(started(Map.of("JDK_JAVA_OPTIONS", "-Xmx4g -XX:+UseZGC")))
        .contains("-XX:+UseZGC")
        .doesNotContain("-XX:+UseSerialGC");
  }

  @Test
  void theCacheIsTakenWhereThereIsOne() throws Exception {
    String option = "-XX:AOTCache=" + folder.resolve("run.aot");

    assertThat(started(Map.of())).doesNotContain(option);
    Files.createFile(folder.resolve("run.aot"));
    assertThat(started(Map.of()))
        .contains(option)
        .endsWith("-jar", folder.resolve("run.jar").toString());
  }

  @Test
  void trainingKnowsEveryOptionThatTheCacheDependsOn() {
    List<String> trained = options(TRAIN);

    assertThat(options(START))
        .contains("-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders")
        .allMatch(trained::contains);
  }

  // Neither the heap, which may differ, nor the cache itself.
  private static List<String> options(Path script) {
    return Pattern.compile("-XX:\\+Use\\w+|--sun-[\\w=-]+")
        .matcher(Checkout.text(script))
        .results()
        .map(MatchResult::group)
        .filter(option -> !option.equals("-XX:+Use"))
        .distinct()
        .toList();
  }

  private List<String> started(Map<String, String> environment) throws Exception {
    var process = new ProcessBuilder(START.toString(), folder.toString());
    process.environment().put("PATH", folder + ":" + System.getenv("PATH"));
    process.environment().remove("JDK_JAVA_OPTIONS");
    process.environment().putAll(environment);
    Process running = process.redirectErrorStream(true).start();
    String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(running.waitFor()).as(said).isZero();
    return List.of(said.strip().split(" +"));
  }
}
