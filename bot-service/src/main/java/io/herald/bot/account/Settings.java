package io.herald.bot.account;

import io.herald.bot.command.Board;
import io.herald.bot.command.Buttons;
import io.herald.bot.command.Command;
import io.herald.bot.command.Press;
import io.herald.bot.command.PressAnswer;
import io.herald.bot.command.Reply;
import io.herald.bot.command.Request;
import io.herald.model.account.Account;
import io.herald.model.message.TextContent;
import io.herald.runtime.account.Accounts;
import java.util.List;
import reactor.core.publisher.Mono;

/** Shows what a person gets, with buttons to change it: they edit the message in place. */
final class Settings implements Command, Buttons {

  private static final TextContent NOT_LINKED =
      TextContent.plain("This chat is not linked yet, so there is nothing to set. Send /start.");
  private static final PressAnswer NO_LONGER_LINKED =
      PressAnswer.alert("This chat is not linked any more. Send /start to link it.");

  private final Accounts accounts;
  private final ShowSettings show;

  Settings(Accounts accounts, ShowSettings show) {
    this.accounts = accounts;
    this.show = show;
  }

  @Override
  public String name() {
    return "settings";
  }

  @Override
  public String summary() {
    return "choose which notifications you get, and when";
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
        .map(account -> board.reply(show.text(account, board)))
        .defaultIfEmpty(Reply.of(NOT_LINKED))
        .map(List::of);
  }

  @Override
  public Mono<PressAnswer> answer(Press press) {
    return Board.of(name(), press)
        .flatMap(board -> Choice.of(board.choice()).map(choice -> chosen(press, board, choice)))
        .orElse(Mono.just(PressAnswer.GONE));
  }

  private Mono<PressAnswer> chosen(Press press, Board board, Choice choice) {
    return accounts
        .linkedTo(press.update().bot(), String.valueOf(press.chat().id()))
        .flatMap(account -> accounts.change(account.user(), its -> made(its, choice)))
        .map(account ->
            new PressAnswer("Saved", false, List.of(board.reply(show.text(account, board)))))
        .defaultIfEmpty(NO_LONGER_LINKED);
  }

  private static Account made(Account account, Choice choice) {
    return account.withPreferences(choice.change().apply(account.preferences()));
  }
}
