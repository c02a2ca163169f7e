package io.herald.scheduler.type;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.model.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The kinds of jobs that the local stack has. */
class ExampleJobsTest {

  private static final Path EXAMPLES = Path.of("../examples/jobs").toAbsolutePath().normalize();

  private final Programs programs = ReadPrograms.from(EXAMPLES.resolve("jobs.yaml"));

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://open.spotify.com/track/4uLU6hMCjMI75M1A2tKUQC",
        "https://open.spotify.com/track/4uLU6hMCjMI75M1A2tKUQC?si=0123abc-_&utm_source=copy",
        "https://open.spotify.com/intl-de/album/4uLU6hMCjMI75M1A2tKUQC",
        "https://open.spotify.com/intl-pt-br/playlist/37i9dQZF1DXcBWIGoYBM5M/",
        "https://open.spotify.com/embed/playlist/37i9dQZF1DXcBWIGoYBM5M",
        "http://open.spotify.com/track/4uLU6hMCjMI75M1A2tKUQC",
        "open.spotify.com/track/4uLU6hMCjMI75M1A2tKUQC",
        "spotify:track:4uLU6hMCjMI75M1A2tKUQC",
        "spotify:album:4uLU6hMCjMI75M1A2tKUQC",
        "spotify:playlist:37i9dQZF1DXcBWIGoYBM5M"
      })
  void downloadTakesLinksOfSpotify(String link) {
    assertThat(programs.find("download").orElseThrow().accepts(link)).isTrue();
    assertThat(programs.find("demo").orElseThrow().accepts(link)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "https://open.spotify.com/track/short",
        "https://open.spotify.com/track/4uLU6hMCjMI75M1A2tKUQC/../../x",
        "https://open.spotify.com/track/4uLU6hMCjMI75M1A2tKUQC?si=a b",
        "https://open.spotify.com/track/4uLU6hMCjMI75M1A2tKUQC?si=$(id)",
        "https://open.spotify.com/track/4uLU6hMCjMI75M1A2tKUQC\n--output=/etc",
        "https://open.spotify.com/episode/4uLU6hMCjMI75M1A2tKUQC",
        "https://open.spotify.com.example.org/track/4uLU6hMCjMI75M1A2tKUQC",
        "https://example.org/https://open.spotify.com/track/4uLU6hMCjMI75M1A2tKUQC",
        "https://openxspotify.com/track/4uLU6hMCjMI75M1A2tKUQC",
        "--help spotify:track:4uLU6hMCjMI75M1A2tKUQC",
        "spotify:user:somebody"
      })
  void downloadTakesNothingElse(String link) {
    assertThat(programs.find("download").orElseThrow().accepts(link)).isFalse();
  }

  @Test
  void downloadSaysWhatItNeeds() {
    assertThat(programs.find("download").orElseThrow().requires()).contains("spotdl");
  }

  @Test
  void downloadTellsWhatSpotdlDoes() throws Exception {
    Path spotdl =
        spotdl(
            """
            echo "asked for $2" >&2
            echo 'Found 2 songs in Nice (Playlist)'
            echo 'Downloaded "Ann - One": https://music.example.org/1'
            echo 'Skipping Ann - Two (file already exists) (duplicate)'
            echo one > '1 Ann - One.mp3'; echo two > '2 Ann - Two.mp3'
            echo '[{"duration":10,"list_name":"Nice"},{"duration":20.4,"list_name":"Nice"}]' > songs.spotdl
            """);

    List<JsonNode> told =
        spotify(spotdl, "open.spotify.com/intl-de/playlist/37i9dQZF1DXcBWIGoYBM5M?si=1", 0);

    assertThat(told).extracting(it -> it.path("progress").asInt(-1)).containsExactly(0, 50, 99, -1);
    assertThat(told.get(1).path("item").asString()).isEqualTo("Ann - One");
    assertThat(told.get(2).path("item").asString()).isEqualTo("Ann - Two");
    assertThat(told.getLast().path("result"))
        .isEqualTo(
            Json.tree(
                """
                {"title":"Nice","files":["1 Ann - One.mp3","2 Ann - Two.mp3"],"duration":30.4}
                """
                    .getBytes(UTF_8)));
    assertThat(folder.resolve("stderr"))
        .content()
        .contains("asked for https://open.spotify.com/playlist/37i9dQZF1DXcBWIGoYBM5M\n");
  }

  @Test
  void downloadFailsAsSpotdlDoes() throws Exception {
    spotify(spotdl("echo 'No results found'; exit 3"), "spotify:track:4uLU6hMCjMI75M1A2tKUQC", 3);

    assertThat(folder.resolve("stderr")).content().contains("No results found");
  }

  private Path spotdl(String script) throws IOException {
    Path file = Files.writeString(folder.resolve("spotdl"), "#!/bin/sh\n" + script);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }

  private List<JsonNode> spotify(Path spotdl, String link, int status) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder("python3", EXAMPLES.resolve("spotify.py").toString(), link)
            .directory(Files.createDirectory(folder.resolve("job")).toFile())
            .redirectError(folder.resolve("stderr").toFile());
    builder.environment().put("SPOTDL", spotdl.toString());
    Process process = builder.start();
    List<JsonNode> told =
        process.inputReader(UTF_8).lines().map(it -> Json.tree(it.getBytes(UTF_8))).toList();
    assertThat(process.waitFor()).isEqualTo(status);
    return told;
  }
}
