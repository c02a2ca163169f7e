package io.herald.bot.command;

import io.herald.runtime.config.InvalidSetting;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Commands that other services answer.
 *
 * @param others {@code weather=Tells the weather;deploy=Ships a version}; blank: none that are
 *     known
 */
@ConfigurationProperties("herald.commands")
record OthersCommands(@Nullable String others) {

  private static final String VARIABLE = "HERALD_COMMANDS_OTHERS";
  // Bot API, BotCommand: a description has 1 to 256 characters.
  private static final Pattern COMMAND = Pattern.compile("([a-z0-9_]{1,32})\\s*=\\s*(\\S.{0,255})");

  OthersCommands {
    read(others);
  }

  /** What they do, by their names without the slash, in the order of the setting. */
  Map<String, String> summaries() {
    return read(others);
  }

  /** Fails when one of them has the name of one of Herald's own. */
  void checkAgainst(Set<String> own) {
    read(others).keySet().stream()
        .filter(own::contains)
        .findFirst()
        .ifPresent(name -> {
          throw new InvalidSetting(VARIABLE, "names /" + name + ", which Herald answers itself");
        });
  }

  private static Map<String, String> read(@Nullable String others) {
    Map<String, String> summaries = new LinkedHashMap<>();
    if (others == null || others.isBlank()) {
      return summaries;
    }
    for (String one : others.strip().split(";")) {
      var command = COMMAND.matcher(one.strip());
      if (!command.matches()) {
        throw new InvalidSetting(
            VARIABLE, "must be like weather=Tells the weather;deploy=Ships a version");
      }
      if (summaries.put(command.group(1), command.group(2)) != null) {
        throw new InvalidSetting(VARIABLE, "names /" + command.group(1) + " twice");
      }
    }
    return summaries;
  }
}
