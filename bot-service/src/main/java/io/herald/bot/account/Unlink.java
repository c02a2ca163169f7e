package io.herald.bot.account;

import io.herald.bot.command.Board;
import io.herald.bot.command.Buttons;
import io.herald.bot.command.Command;
import io.herald.bot.command.Press;
import io.herald.bot.command.PressAnswer;
import io.herald.bot.command.Reply;
import io.herald.bot.command.Request;
import io.herald.bot.command.WriteText;
import io.herald.model.account.Account;
import io.herald.model.message.Button;
import io.herald.model.message.TextContent;
import io.herald.runtime.account.Accounts;
import io.herald.runtime.account.LinkChat;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * Takes the link away, after asking by two buttons; they turn the question into the answer. What
 * they carry: {@code unlink:1:<what asked>:yes} or {@code no}.
 */
final class Unlink implements Command, Buttons {

  private static final TextContent NOT_LINKED =
      TextContent.plain("This chat is not linked. Send /start to link it.");
  private static final TextContent UNLINKED =
      TextContent.plain(
          "This chat is not linked any more, and no notifications come here."
              + " Send /start to link it again; your settings are kept.");
  private static final TextContent KEPT =
      TextContent.plain("Everything stays as it is: this chat is linked.");

  private final Accounts accounts;
  private final LinkChat linkChat;

  Unlink(Accounts accounts, LinkChat linkChat) {
    this.accounts = accounts;
    this.linkChat = linkChat;
  }

  @Override
  public String name() {
    return "unlink";
  }

  @Override
  public String summary() {
    return "get no more notifications here";
  }

  @Override
  public boolean isPersonal() {
    return true;
  }

  @Override
  public Mono<List<Reply>> answer(Request request) {
    var board = Board.of(name(), request);
    return accounts
        .linkedTo(request.update().bot(), String.valueOf(request.chat().id()))
        .map(account -> board.reply(question(board, account)))
        .defaultIfEmpty(Reply.of(NOT_LINKED))
        .map(List::of);
  }

  private static TextContent question(Board board, Account account) {
    return new WriteText()
        .plain("Unlink this chat from ")
        .bold(account.user())
        .plain("? No notifications will come here then; your settings are kept.")
        .row(
            Button.callback("Unlink", board.data("yes")),
            Button.callback("Keep it", board.data("no")))
        .done();
  }

  @Override
  public Mono<PressAnswer> answer(Press press) {
    return Board.of(name(), press)
        .map(board -> answer(press, board))
        .orElse(Mono.just(PressAnswer.GONE));
  }

  private Mono<PressAnswer> answer(Press press, Board board) {
    return switch (board.choice()) {
      case "yes" -> unlinked(press).thenReturn(PressAnswer.replies(board.reply(UNLINKED)));
      case "no" -> Mono.just(PressAnswer.replies(board.reply(KEPT)));
      default -> Mono.just(PressAnswer.GONE);
    };
  }

  // Not linked any more is what was wanted: a replay finds it so.
  private Mono<Void> unlinked(Press press) {
    return accounts
        .linkedTo(press.update().bot(), String.valueOf(press.chat().id()))
        .flatMap(account -> linkChat.unlink(account.user()))
        .then();
  }
}
