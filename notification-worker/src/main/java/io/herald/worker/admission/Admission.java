package io.herald.worker.admission;

import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Mono;

/** Gives leave to call Telegram, within budgets that all replicas share. */
public interface Admission {

  /**
   * Asks for leave for some messages of one bot, most urgent first, in one round trip. Leave takes
   * from the budgets and claims the message.
   *
   * @return one verdict for each ask, in their order. It never fails: while Redis is away a local
   *     share of the budgets decides
   */
  Mono<List<Verdict>> ask(String bot, List<AskToSend> asks);

  /**
   * Telegram answered 429: the chat is frozen for the pause; when several chats report within a
   * moment the bot is, and its rate is cut. Completes when everybody will know.
   */
  Mono<Void> flooded(String bot, String chat, Duration pause);
}
