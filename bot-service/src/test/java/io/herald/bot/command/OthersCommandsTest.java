package io.herald.bot.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herald.bot.access.AllowList;
import io.herald.runtime.config.InvalidSetting;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class OthersCommandsTest {

  @Test
  void readsNamesAndWhatTheyDo() {
    var others = new OthersCommands(" weather=Tells the weather; deploy = Ships a=b ;");

    assertThat(others.summaries())
        .isEqualTo(Map.of("weather", "Tells the weather", "deploy", "Ships a=b"));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "  "})
  void mayBeUnset(String others) {
    assertThat(new OthersCommands(others).summaries()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"weather", "weather=", "/weather=tells", "Weather=tells", "a=b;;c=d", "a=b;a=c"})
  void stopsTheStartOtherwise(String others) {
    assertThatThrownBy(() -> new OthersCommands(others))
        .isInstanceOf(InvalidSetting.class)
        .hasMessageContaining("HERALD_COMMANDS_OTHERS");
  }

  @Test
  void cannotTakeTheNameOfOneOfHeralds() {
    var others = new OthersCommands("help=helps");

    assertThatThrownBy(() -> new CommandBook(List.of(), others, AllowList.OPEN))
        .isInstanceOf(InvalidSetting.class)
        .hasMessageContaining("/help");
  }
}
