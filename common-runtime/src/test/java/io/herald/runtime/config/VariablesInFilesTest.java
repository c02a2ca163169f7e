package io.herald.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.MapPropertySource;

class VariablesInFilesTest {

  private static final Map<String, Object> FILE = Map.of("HERALD_WORKER_LANES", 32);

  @Test
  void bindsWhatAFileNamesAsAVariable() {
    assertThat(lanes(Map.of())).isEqualTo(32);
  }

  @Test
  void prefersTheVariableItself() {
    assertThat(lanes(Map.of("HERALD_WORKER_LANES", "16"))).isEqualTo(16);
  }

  private static int lanes(Map<String, String> variables) {
    var environment = new GivenEnvironment(variables);
    environment.getPropertySources().addLast(new MapPropertySource("herald.yaml", FILE));
    new VariablesInFiles().postProcessEnvironment(environment, new SpringApplication());
    return Binder.get(environment).bind("herald.worker.lanes", Integer.class).get();
  }
}
