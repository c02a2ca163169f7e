package io.herald.bot.why;

import io.herald.bot.access.AllowList;
import io.herald.bot.command.Argument;
import io.herald.bot.command.Command;
import io.herald.bot.command.Reply;
import io.herald.bot.command.Request;
import io.herald.bot.command.Usage;
import io.herald.bot.command.WriteText;
import io.herald.model.message.TextContent;
import io.herald.runtime.account.Accounts;
import io.herald.runtime.history.History;
import io.herald.runtime.history.NotificationView;
import io.herald.runtime.history.Viewer;
import java.util.List;
import reactor.core.publisher.Mono;

/** Tells where a notification is and why: people about their own, admins about any. */
final class Why implements Command {

  private static final String NOTIFICATION = "notification";
  private static final TextContent NOT_LINKED =
      TextContent.plain(
          "This chat is not linked, so I can't tell which notifications are yours. Send /start.");

  private final History history;
  private final Accounts accounts;
  private final AllowList allowList;

  Why(History history, Accounts accounts, AllowList allowList) {
    this.history = history;
    this.accounts = accounts;
    this.allowList = allowList;
  }

  @Override
  public String name() {
    return "why";
  }

  @Override
  public String summary() {
    return "tell where a notification is, and why";
  }

  @Override
  public Usage usage() {
    return Usage.of(Argument.rest(NOTIFICATION));
  }

  @Override
  public boolean isPersonal() {
    return true;
  }

  @Override
  public Mono<List<Reply>> answer(Request request) {
    String id = request.values().text(NOTIFICATION);
    return viewer(request)
        .flatMap(viewer -> found(viewer, id))
        .defaultIfEmpty(NOT_LINKED)
        .map(text -> List.of(Reply.of(text)));
  }

  private Mono<Viewer> viewer(Request request) {
    return allowList.isAdmin(request.person())
        ? Mono.just(Viewer.OPERATOR)
        : accounts
            .linkedTo(request.update().bot(), String.valueOf(request.chat().id()))
            .map(account -> Viewer.person(account.user()));
  }

  private Mono<TextContent> found(Viewer viewer, String id) {
    return history
        .find(viewer, id)
        .map(view -> text(view, viewer))
        .defaultIfEmpty(unknown(viewer, id));
  }

  private static TextContent text(NotificationView view, Viewer viewer) {
    return new ShowNotification(view, viewer.user() == null).text();
  }

  private static TextContent unknown(Viewer viewer, String id) {
    return new WriteText()
        .plain("I know no notification ")
        .code(id)
        .plain(viewer.user() == null ? "." : " of yours.")
        .plain(" Its id is in the answer to whoever sent it, and in the history on Herald's page;")
        .plain(" what became of one is kept for 7 days.")
        .done();
  }
}
