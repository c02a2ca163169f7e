package io.herald.telegram.ladder;

import io.herald.model.message.TextContent;
import java.util.List;

/** Cuts text into parts that fit into messages. */
@FunctionalInterface
public interface SplitContent {

  /**
   * The parts in order; none is blank, and together they are the text. Keyboards are not looked at,
   * and the parts have none.
   *
   * @param first most code points of the first part
   * @param further most code points of every further part
   */
  List<TextContent> split(TextContent text, int first, int further);
}
