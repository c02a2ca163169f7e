package io.herald.worker.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herald.telegram.flood.Ceilings;
import io.herald.telegram.flood.Pace;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class FloodSettingsTest {

  @Test
  void areTelegramsPublishedFiguresUnlessSaidOtherwise() {
    assertThat(bound(Map.of()).ceilings()).isEqualTo(Ceilings.PUBLISHED);
    assertThat(bound(Map.of("herald.flood.chat", "2/s")).ceilings().chat())
        .isEqualTo(new Pace(2, Duration.ofSeconds(1)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"global", "chat", "group", "edit"})
  void aWrongOneIsNamed(String name) {
    // The start fails with the variable's name, made of the property's.
    assertThatThrownBy(() -> bound(Map.of("herald.flood." + name, "fast")))
        .isInstanceOfSatisfying(
            BindException.class, e -> assertThat(e.getName()).hasToString("herald.flood." + name));
  }

  private static FloodSettings bound(Map<String, String> properties) {
    return new Binder(new MapConfigurationPropertySource(properties))
        .bindOrCreate("herald.flood", FloodSettings.class);
  }
}
