package io.herald.worker.repetition;

import io.herald.model.notification.NotificationRequested;
import reactor.core.publisher.Mono;

/** Asks whether a recipient has had the like of a notification already. */
public interface AskRepetition {

  /**
   * Why the chat is spared the notification: {@code duplicate}, one with its dedupe key was sent
   * within the window; {@code cooldown}, one of its source and kind was. If neither, the
   * notification takes the place from now on; the same one passes again, however often it comes.
   *
   * @param notification one that asks for neither always passes
   * @return empty: it is not spared; never fails
   */
  Mono<String> reason(NotificationRequested notification, String bot, String chat);
}
