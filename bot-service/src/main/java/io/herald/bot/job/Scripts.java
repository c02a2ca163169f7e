package io.herald.bot.job;

import io.herald.bot.access.AllowList;
import io.herald.bot.command.Command;
import io.herald.bot.command.Reply;
import io.herald.bot.command.Request;
import io.herald.bot.command.WriteText;
import io.herald.runtime.job.JobTypes;
import java.util.List;
import reactor.core.publisher.Mono;

/** Lists what {@link Run} may be asked for. */
final class Scripts implements Command {

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
    WriteText text = new WriteText().plain("Send /run and one of these:");
    Offer.list(text, offer.scripts());
    return Answers.one(text.done());
  }
}
