package io.herald.bot.access;

import io.herald.bot.update.Chat;
import io.herald.bot.update.Event.Admitted;
import io.herald.bot.update.Event.Other;
import io.herald.bot.update.Event.Pressed;
import io.herald.bot.update.Event.Said;
import io.herald.bot.update.Person;
import io.herald.bot.update.Update;
import io.herald.model.access.Role;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The record of refusals and of changes of access: logger {@code audit}, one line each, so that an
 * operator can send it to a place of its own. It holds ids and the command's name, never a text.
 */
public final class AuditLog {

  private static final Logger audit = LoggerFactory.getLogger("audit");

  /**
   * Notes a refusal.
   *
   * @param attempt what was wanted: a command's name, {@code text} or {@code button}
   */
  public void refused(Update update, String attempt) {
    switch (update.event()) {
      case Said said -> write(update, said.from(), said.chat(), attempt);
      case Pressed pressed -> write(update, pressed.from(), pressed.chat(), attempt);
      case Admitted _, Other _ -> {}
    }
  }

  /** Notes that an admin said what somebody may. */
  void changed(Update update, Chat chat, Person by, long user, Role role) {
    audit.warn(
        "access changed user={} role={} by={} chat={} bot={} update={}",
        user,
        role.name().toLowerCase(Locale.ROOT),
        by.id(),
        chat.id(),
        update.bot(),
        update.id());
  }

  private static void write(Update update, Person person, @Nullable Chat chat, String attempt) {
    audit.warn(
        "refused user={} chat={} bot={} update={} attempt={}",
        person.id(),
        chat == null ? "unknown" : chat.id(),
        update.bot(),
        update.id(),
        attempt);
  }
}
