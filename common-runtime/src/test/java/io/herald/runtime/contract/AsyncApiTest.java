package io.herald.runtime.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.model.topic.RecordHeaders;
import io.herald.model.topic.TopicSpec;
import io.herald.model.topic.Topics;
import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The document of the topics tells of those that there are. */
class AsyncApiTest {

  private static final Path DOCUMENT = Path.of("../docs/asyncapi.yaml");

  private static Map<String, Map<String, Map<String, Object>>> document;
  private static String text;

  @BeforeAll
  static void read() throws IOException {
    text = Files.readString(DOCUMENT);
    try (Reader reader = Files.newBufferedReader(DOCUMENT)) {
      document = new Yaml().load(reader);
    }
  }

  @Test
  void tellsOfEveryTopic() {
    assertThat(document.get("channels").values())
        .extracting(it -> it.get("address"))
        .containsExactlyInAnyOrderElementsOf(Topics.ALL.stream().map(TopicSpec::name).toList());
  }

  @Test
  void tellsOfEveryHeader() {
    Stream.of(RecordHeaders.class.getFields())
        .map(AsyncApiTest::value)
        .forEach(header -> assertThat(text).containsPattern("\\n +" + header + ": \\{"));
  }

  @Test
  void refersToSchemasThatThereAre() {
    assertThat(text.lines().filter(it -> it.contains(".schema.json")))
        .hasSizeGreaterThan(4)
        .map(it -> it.replaceFirst(".*'(.*)'.*", "$1"))
        .allSatisfy(it -> assertThat(DOCUMENT.resolveSibling(it)).exists());
  }

  private static String value(Field constant) {
    try {
      return (String) constant.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
