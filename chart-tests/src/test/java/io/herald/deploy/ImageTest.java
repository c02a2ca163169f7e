package io.herald.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The one Dockerfile names what there is, and is made of what it names. */
class ImageTest {

  private static final Path FOLDER = Checkout.DEPLOY.resolve("docker");
  private static final String DOCKERFILE =
      Checkout.text(FOLDER.resolve("Dockerfile")).replaceAll("\\\\\n\\s*", " ");

  @Test
  void everyServiceOfComposeIsBuilt() {
    Set<String> built = new TreeSet<>(List.of(found("-pl (\\S+)").getFirst().split(",")));

    assertThat(built)
        .containsAll(ComposeFile.MODULES.values())
        .allSatisfy(module -> {
          assertThat(Checkout.ROOT.resolve(module).resolve("pom.xml")).isRegularFile();
          assertThat(Checkout.text(Checkout.ROOT.resolve("pom.xml")))
              .contains("<module>" + module + "</module>");
        });
  }

  @Test
  void whatIsCopiedFromTheCheckoutIsThereAndCanBeRun() {
    List<String> copied =
        found("\nCOPY (deploy/.*) \\S+").stream()
            .flatMap(files -> Stream.of(files.split(" ")))
            .toList();

    assertThat(copied)
        .contains("deploy/docker/train", "deploy/docker/start", "deploy/docker/healthy")
        .allSatisfy(file -> assertThat(Files.isExecutable(Checkout.ROOT.resolve(file))).isTrue());
  }

  @Test
  void theCacheIsTrainedWhereItRuns() {
    assertThat(DOCKERFILE)
        .contains("extract --destination /app && /built/train /app")
        .contains("\nWORKDIR /app\n")
        .contains("COPY --from=layers /app/run.jar /app/run.aot ./")
        .endsWith("ENTRYPOINT [\"/app/start\", \"/app\"]\n");
  }

  @Test
  void itRunsAsNobodyAndHoldsNoSecret() {
    assertThat(found("\nUSER (\\S+)")).containsExactly("10001:10001");
    assertThat(found("\n(?:ENV|ARG) (\\w+)"))
        .noneMatch(name -> name.matches(".*(TOKEN|SECRET|KEY|PASSWORD).*"));
  }

  private static List<String> found(String pattern) {
    return Pattern.compile(pattern)
        .matcher(DOCKERFILE)
        .results()
        .map((MatchResult match) -> match.group(1))
        .toList();
  }
}
