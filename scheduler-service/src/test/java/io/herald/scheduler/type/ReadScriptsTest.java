package io.herald.scheduler.type;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.model.notification.TextMarkup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadScriptsTest {

  @TempDir private Path folder;
  private ReadScripts scripts;

  @BeforeEach
  void scripts() {
    scripts = new ReadScripts(List.of(folder));
  }

  @Test
  void anExecutableIsAScriptAndWhatIsBesideItIsNot() throws Exception {
    script("one.py", "#!/usr/bin/env python3\n# herald: Says one\n");
    Files.writeString(folder.resolve("module.py"), "x = 1");
    script(".hidden", "");
    Files.createDirectory(folder.resolve("data"));

    Program one = scripts.read().getFirst();

    assertThat(scripts.read()).hasSize(1);
    assertThat(one.name()).isEqualTo("one");
    assertThat(one.type().description()).isEqualTo("Says one");
    assertThat(one.command()).containsExactly(folder.resolve("one.py").toString());
    assertThat(one.timeout()).isEqualTo(Duration.ofSeconds(60));
    assertThat(one.onCrash()).isEqualTo(OnCrash.RESTART);
    assertThat(one.notifying()).isEqualTo(new Notifying(Duration.ZERO, null, TextMarkup.PLAIN));
  }

  @Test
  void itsYamlFileSaysMore() throws Exception {
    script("one.sh", "#!/bin/sh\n# herald: From the comment\n");
    Files.writeString(
        folder.resolve("one.yaml"),
        """
        description: From the file
        accepts: '[a-z]+'
        admins-only: true
        environment: {DATA: '{here}/data'}
        timeout: 5s
        cooldown: 6h
        format: markdown
        template: sales.drop
        """);

    Program one = scripts.read().getFirst();

    assertThat(one.type().description()).isEqualTo("From the file");
    assertThat(one.type().adminsOnly()).isTrue();
    assertThat(one.command()).endsWith("{argument}");
    assertThat(one.accepts("abc")).isTrue();
    assertThat(one.environment()).containsEntry("DATA", folder + "/data");
    assertThat(one.timeout()).isEqualTo(Duration.ofSeconds(5));
    assertThat(one.notifying())
        .isEqualTo(new Notifying(Duration.ofHours(6), "sales.drop", TextMarkup.MARKDOWN));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "timeout: 61s",
        "timeout: soon",
        "cooldown: 100d",
        "format: rtf",
        "command: [rm]",
        "accepts: '['",
        "- a list",
        "a: b: c"
      })
  void whatIsWrongLeavesOneOutAndTheOthersIn(String yaml) throws Exception {
    script("bad.sh", "");
    script("good.sh", "");
    Files.writeString(folder.resolve("bad.yaml"), yaml);

    assertThat(scripts.read()).extracting(Program::name).containsExactly("good");

    Files.delete(folder.resolve("bad.yaml"));
    assertThat(scripts.read()).extracting(Program::name).containsExactly("bad", "good");
  }

  @Test
  void namesAreThoseOfJobsAndGivenOnce() throws Exception {
    script("Upper.sh", "");
    script("one.py", "");
    script("one.sh", "");

    assertThat(scripts.read()).extracting(Program::command).hasSize(1);
    assertThat(scripts.read().getFirst().command().getFirst()).endsWith("one.py");
  }

  private void script(String name, String text) throws IOException {
    Files.setPosixFilePermissions(
        Files.writeString(folder.resolve(name), text),
        PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
