package io.herald.telegram.http;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** How the Bot API's JSON is parsed. */
public final class BotApiJson {

  /**
   * A parser without limits of its own: Telegram decides how deep and long its updates are, the
   * size of an answer is bounded before, and a limit here would stop a polling bot for good.
   */
  public static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private BotApiJson() {}
}
