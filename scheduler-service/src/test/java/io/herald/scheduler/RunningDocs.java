package io.herald.scheduler;

import static io.herald.scheduler.InstalledScripts.open;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The scheduler with the jobs and scripts that the docs write, and those of the local stack. */
abstract class RunningDocs extends RunningScripts {

  private static final Path JOBS = Path.of("../examples/jobs");
  private static final Path SCRIPTS = Path.of("../examples/notifications");

  @DynamicPropertySource
  static void writtenFromTheDocs(DynamicPropertyRegistry registry) throws IOException {
    Path kinds = jobs(Files.createTempDirectory(Path.of("target").toAbsolutePath(), "docs-"));
    Path folder = scripts(open(Files.createTempDirectory("herald-docs-")));
    registry.add("herald.jobs.file", kinds::toString);
    registry.add("herald.scripts.folders", () -> folder + "," + folder.resolve("stack"));
  }

  private static Path jobs(Path folder) throws IOException {
    Files.writeString(folder.resolve("count.py"), block("jobs", "python", 0));
    Files.writeString(folder.resolve("disks.sh"), block("jobs", "sh", 0));
    for (String name : List.of("demo.py", "report.sh", "spotify.py")) {
      Files.copy(JOBS.resolve(name), folder.resolve(name));
    }
    String examples = Files.readString(JOBS.resolve("jobs.yaml")).split("(?m)^jobs:\n")[1];
    return Files.writeString(
        folder.resolve("jobs.yaml"),
        block("jobs", "yaml", 0).replace("PAUSE: 1", "PAUSE: 0.01")
            + block("jobs", "yaml", 1).indent(2)
            + examples.replace("DEMO_SECONDS: 10", "DEMO_SECONDS: 0.1"));
  }

  private static Path scripts(Path folder) throws IOException {
    open(Files.writeString(folder.resolve("disk.sh"), block("scripts", "sh", 0)));
    Files.writeString(folder.resolve("disk.yaml"), block("scripts", "yaml", 0).replace("80", "0"));
    open(Files.writeString(folder.resolve("bar.py"), block("scripts", "python", 0)));
    for (String name : new String[] {"", "samples"}) {
      Path target = open(Files.createDirectories(folder.resolve("stack").resolve(name)));
      try (var files = Files.list(SCRIPTS.resolve(name))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Files.copy(file, target.resolve(file.getFileName()));
        }
      }
    }
    return folder;
  }

  /** A block of code of that language, as it stands on the page. */
  private static String block(String page, String language, int index) throws IOException {
    String text = Files.readString(Path.of("../docs/" + page + ".md"));
    Matcher blocks = Pattern.compile("(?ms)^ *```" + language + "\n(.*?)^ *```$").matcher(text);
    for (int i = 0; i <= index; i++) {
      assertThat(blocks.find()).as(language + " block " + i).isTrue();
    }
    return blocks.group(1).stripTrailing().stripIndent() + "\n";
  }
}
