package io.herald.model.job;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a notification script prints on stdout, once.
 *
 * @param notifies whether its owner is to be told; false: all is well, and the rest says nothing
 * @param title a line above the message, shown bold; absent: none
 * @param message the text; absent: the title says it all, or the script's template does
 * @param imagePath a picture to send, in the script's folder or in another that is allowed; absent:
 *     none
 * @param cooldown how long its owner is spared what the script tells next, a number and {@code s m
 *     h d}; absent: as the script's own settings say
 * @param data values for the script's template
 */
public record ScriptOutput(
    @JsonProperty("notify") boolean notifies,
    @Nullable String title,
    @Nullable String message,
    @JsonProperty("image_path") @Nullable String imagePath,
    @Nullable String cooldown,
    Map<String, Object> data) {

  public ScriptOutput {
    // Values may be null, as JSON's are.
    data = data == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(data));
  }
}
