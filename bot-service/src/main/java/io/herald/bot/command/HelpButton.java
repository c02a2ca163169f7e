package io.herald.bot.command;

import io.herald.model.message.Button;
import reactor.core.publisher.Mono;

/** The button that sends the list of commands. */
public final class HelpButton implements Buttons {

  /** It chooses nothing. */
  private static final String NAME = "help";

  private final CommandBook book;

  HelpButton(CommandBook book) {
    this.book = book;
  }

  /** To be put below a message. */
  public static Button button() {
    return Button.callback("Help", NAME);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Mono<PressAnswer> answer(Press press) {
    return Mono.just(PressAnswer.replies(Reply.of(book.list(press.person()))));
  }
}
