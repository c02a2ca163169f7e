package io.herald.bot.job;

import io.herald.bot.access.AllowList;
import io.herald.bot.command.Command;
import io.herald.bot.command.Reply;
import io.herald.bot.command.Request;
import io.herald.bot.command.WriteText;
import io.herald.model.message.Button;
import io.herald.runtime.job.JobTypes;
import java.util.List;
import reactor.core.publisher.Mono;

/** Lists what {@link Run} may be asked for. */
final class Scripts implements Command {

  // Telegram takes a hundred; nobody looks through more than this.
  private static final int BUTTONS = 30;
  private static final int IN_A_ROW = 2;

  private final JobTypes types;
  private final AllowList allowList;

  Scripts(JobTypes types, AllowList allowList) {
    this.types = types;
    this.allowList = allowList;
  }

  @Override
  public String name() {
    return "scripts";
  }

  @Override
  public String summary() {
    return "list the scripts that you may run";
  }

  @Override
  public Mono<List<Reply>> answer(Request request) {
    return Offer.to(request.person(), types, allowList).map(Scripts::list);
  }

  static List<Reply> list(Offer offer) {
    if (offer.scripts().isEmpty()) {
      return Answers.plain("There are no scripts that you may run at the moment.");
    }
    WriteText text = new WriteText().plain("Press one, or send /run and its name:");
    Offer.list(text, offer.scripts());
    List<Button> buttons = offer.scripts().stream().limit(BUTTONS).map(RunButton::of).toList();
    for (int i = 0; i < buttons.size(); i += IN_A_ROW) {
      text.row(buttons.subList(i, Math.min(i + IN_A_ROW, buttons.size())));
    }
    return Answers.one(text.done());
  }
}
