package io.herald.bot.receive;

import io.herald.bot.update.Event.Admitted;
import io.herald.bot.update.Event.Other;
import io.herald.bot.update.Event.Pressed;
import io.herald.bot.update.Event.Said;
import io.herald.bot.update.Update;
import io.herald.runtime.contact.SuspendedContacts;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Lifts the suspension of a contact who is there again: the bot was let in, or the person wrote to
 * it. Redis gone: nothing is lifted ({@link SuspendedContacts} ends each after a while by itself).
 */
final class WelcomeBack {

  private static final Logger log = LoggerFactory.getLogger(WelcomeBack.class);

  private final SuspendedContacts contacts;

  WelcomeBack(SuspendedContacts contacts) {
    this.contacts = contacts;
  }

  /** Never fails, and completes at once for updates that tell nothing of the kind. */
  Mono<Void> restore(Update update) {
    return Mono.justOrEmpty(whoIsThere(update)).flatMap(chat -> restore(update, chat)).then();
  }

  private Mono<Boolean> restore(Update update, long chat) {
    return contacts
        .restore(update.bot(), String.valueOf(chat))
        .doOnNext(suspended -> lifted(suspended, update, chat));
  }

  private static void lifted(boolean suspended, Update update, long chat) {
    if (suspended) {
      log.info("Chat {} is back: bot {} sends to it again", chat, update.bot());
    }
  }

  // Whoever can write to the bot in private has not blocked it. In a group the bot may still be
  // told of what it can't answer.
  private static Optional<Long> whoIsThere(Update update) {
    return switch (update.event()) {
      case Admitted admitted -> Optional.of(admitted.chat().id());
      case Said said when said.chat().isPrivate() -> Optional.of(said.chat().id());
      case Said _, Pressed _, Other _ -> Optional.empty();
    };
  }
}
