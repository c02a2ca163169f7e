package io.herald.bot.menu;

import io.herald.bot.command.CommandBook;
import io.herald.model.json.Json;
import io.herald.model.message.CommandMenu;
import io.herald.model.message.OnUnknown;
import io.herald.model.message.OutboundMessage;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Writes the menus of a bot: one for everybody, and one for each admin's chat. The ids follow from
 * what is in them, so that a restart with the same commands sends none again.
 */
final class WriteMenus {

  private static final Duration WORTH_SENDING = Duration.ofDays(1);
  private static final int DIGEST = 8;

  private final CommandBook book;

  WriteMenus(CommandBook book) {
    this.book = book;
  }

  /**
   * The menus of the bot.
   *
   * @param botId Telegram's id of the bot, which stands for the chat that the menu of all has not
   */
  List<OutboundMessage> write(String bot, String botId, Collection<Long> admins, Instant now) {
    CommandMenu ofAll = book.menu();
    CommandMenu ofAdmins = book.adminsMenu();
    return Stream.concat(
            Stream.of(message(bot, botId, ofAll, now)),
            admins.stream().map(admin -> message(bot, String.valueOf(admin), ofAdmins, now)))
        .toList();
  }

  private static OutboundMessage message(String bot, String chat, CommandMenu menu, Instant now) {
    String scope = menu.scope().name().toLowerCase(Locale.ROOT);
    return new OutboundMessage(
        OutboundMessage.SCHEMA_VERSION,
        "menu:" + bot + ':' + scope + ':' + chat + ':' + digest(menu),
        bot,
        chat,
        menu,
        now,
        now.plus(WORTH_SENDING),
        OnUnknown.RESEND);
  }

  private static String digest(CommandMenu menu) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(Json.write(menu));
      return HexFormat.of().formatHex(digest, 0, DIGEST);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
