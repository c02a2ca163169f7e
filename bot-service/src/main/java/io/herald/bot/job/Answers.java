package io.herald.bot.job;

import io.herald.bot.command.Reply;
import io.herald.bot.command.WriteText;
import io.herald.model.message.TextContent;
import java.util.List;

/** What the commands about jobs have in common to say. */
final class Answers {

  private Answers() {}

  static List<Reply> plain(String text) {
    return one(TextContent.plain(text));
  }

  static List<Reply> one(TextContent text) {
    return List.of(Reply.of(text));
  }

  /** There is no such job, or none that this person may know of. */
  static List<Reply> noJob(String id) {
    return one(
        new WriteText().plain("I know no job ").code(id).plain(". /jobs lists yours.").done());
  }
}
