package io.herald.worker.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.model.topic.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Runs {@code bin/dead-letters} as an operator does. */
class DeadLetterCommandTest extends DeadLetterFixture {

  private static final byte[] VALUE = "{\"update_id\":7}".getBytes(UTF_8);

  @Test
  void listsShowsAndReplays() throws Exception {
    bury("expired", Topics.UPDATES, VALUE, Map.of());
    String id = ids().getFirst();

    Ended list = run(ROOT, "list", "--key", key, "--since", "1h");
    assertThat(list.out()).startsWith("ID ").contains(id + " ", "expired", key, "what was wrong");
    assertThat(list.code()).isZero();

    Ended show = run(ROOT, "show", id);
    assertThat(show.out()).contains("herald.updates", "{\"update_id\":7}");
    assertThat(run(ROOT, "--json", "show", id).out()).startsWith("{\"id\":\"" + id + "\"");

    Ended replay = run(ROOT, "replay", id);
    assertThat(replay.out())
        .contains("replayed " + id + " to herald.updates", "1 replayed, 0 refused");
    assertThat(replay.code()).isZero();
    run(ROOT, "replay", "--reason", "expired", "--key", key, "--limit", "5");
    assertThat(on(Topics.UPDATES)).hasSize(2);
  }

  @Test
  void endsWithOneWhenSomethingIsRefused() throws Exception {
    Ended unknown = run(ROOT, "show", "0-999999999");
    assertThat(unknown.err())
        .startsWith("The worker refused (404): there is no dead letter 0-999999999")
        .hasLineCount(1);
    assertThat(unknown.code()).isEqualTo(1);

    Ended replay = run(ROOT, "replay", "0-999999999");
    assertThat(replay.out()).contains("refused 0-999999999: ", "0 replayed, 1 refused");
    assertThat(replay.code()).isEqualTo(1);

    Ended reader = run(READER, "list");
    assertThat(reader.err())
        .isEqualTo("The worker refused (403): the API key reader lacks the scope admin\n");
    assertThat(reader.code()).isEqualTo(1);
  }

  @Test
  void saysInOneLineWhatIsWrongWithItsUse() throws Exception {
    for (String wrong :
        List.of(
            "",
            "bury",
            "show",
            "show x",
            "replay",
            "list --limit x",
            "list --reson a",
            "list --key")) {
      Ended ended = run(ROOT, wrong.isEmpty() ? new String[0] : wrong.split(" "));
      assertThat(ended.code()).as(wrong).isEqualTo(2);
      assertThat(ended.out()).as(wrong).isEmpty();
      assertThat(ended.err()).as(wrong).isNotEmpty();
    }
  }

  @Test
  void endsWithThreeWhenNobodyAnswers() throws Exception {
    Ended ended = run(ROOT, Map.of("HERALD_WORKER_URL", "http://127.0.0.1:1"), "list");

    assertThat(ended.code()).isEqualTo(3);
    assertThat(ended.err())
        .startsWith("The worker at http://127.0.0.1:1 is not reached")
        .hasLineCount(1);
  }

  private Ended run(String apiKey, String... arguments) throws Exception {
    return run(apiKey, Map.of(), arguments);
  }

  private Ended run(String apiKey, Map<String, String> environment, String... arguments)
      throws Exception {
    List<String> command = new ArrayList<>(List.of("bash", "../bin/dead-letters"));
    command.addAll(List.of(arguments));
    Path out = Files.createTempFile("dead-letters", ".out");
    Path err = Files.createTempFile("dead-letters", ".err");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
      builder.environment().put("HERALD_WORKER_URL", address());
      builder.environment().put("HERALD_API_KEY", apiKey);
      builder.environment().putAll(environment);
      Process process = builder.start();
      assertThat(process.waitFor(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
      return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  private record Ended(int code, String out, String err) {}
}
