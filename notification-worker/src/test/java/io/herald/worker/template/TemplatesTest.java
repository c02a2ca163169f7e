package io.herald.worker.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class TemplatesTest {

  @TempDir private Path folder;
  private Templates templates;

  @BeforeEach
  void read() throws IOException {
    write("own.md", "Own {{x}}");
    write("system.test.html", "<b>Mine</b>");
    write("notes.pdf", "no template");
    templates = new Templates(folder, (_, _) -> {});
  }

  @Test
  void addsAndReplaces() {
    assertThat(text("own")).isEqualTo("Own 1");
    assertThat(text("system.test")).isEqualTo("<b>Mine</b>");
    assertThat(text("job.finished")).contains("Result");
    assertThat(templates.render("notes", Map.of())).isEmpty();
  }

  @Test
  void takesWhatChanges() throws IOException {
    write("own.md", "Changed {{x}}");
    write("new.txt", "New");
    templates.look();

    assertThat(text("own")).isEqualTo("Changed 1");
    assertThat(text("new")).isEqualTo("New");
  }

  @Test
  void keepsWhatABrokenFileWas(CapturedOutput output) throws IOException {
    write("own.md", "Broken {{#x}}");
    write("system.test.html", "<b>Broken");
    templates.look();
    templates.look();

    assertThat(text("own")).isEqualTo("Own 1");
    assertThat(text("system.test")).isEqualTo("<b>Mine</b>");
    assertThat(output.getOut().lines().filter(it -> it.contains("can't be used"))).hasSize(2);
  }

  @Test
  void fallsBackToTheBuiltInOne() throws IOException {
    Files.delete(folder.resolve("system.test.html"));
    Files.delete(folder.resolve("own.md"));
    templates.look();

    assertThat(text("system.test")).startsWith("This is a test");
    assertThat(templates.render("own", Map.of())).isEmpty();
  }

  @Test
  void goesOnWithoutTheFolder(CapturedOutput output) throws IOException {
    Path elsewhere = folder.resolveSibling(folder.getFileName() + "-away");
    Files.move(folder, elsewhere);
    templates.look();
    templates.look();
    String meanwhile = text("own");
    Files.move(elsewhere, folder);

    assertThat(meanwhile).isEqualTo("Own 1");
    assertThat(output.getOut().lines().filter(it -> it.contains("can't be read"))).hasSize(1);
  }

  private void write(String name, String content) throws IOException {
    Files.writeString(folder.resolve(name), content);
  }

  private String text(String name) {
    return templates.render(name, Map.of("x", 1)).orElseThrow().text();
  }
}
