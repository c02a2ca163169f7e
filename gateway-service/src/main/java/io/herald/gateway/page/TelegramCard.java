package io.herald.gateway.page;

import io.herald.gateway.account.Standing;
import io.herald.model.account.TelegramLink;
import org.jspecify.annotations.Nullable;

/**
 * How a person stands with Telegram, as the card shows it.
 *
 * @param state which of the four faces it has
 * @param linked the chat; null unless linked
 * @param invitation how to link; null unless not linked
 */
record TelegramCard(State state, @Nullable Linked linked, @Nullable Invitation invitation) {

  enum State {
    /** No bot is configured. */
    CLOSED,
    /** It can't be told at the moment. */
    UNKNOWN,
    NOT_LINKED,
    LINKED
  }

  /**
   * The chat that is linked.
   *
   * @param handle {@code @username}, or empty
   * @param since a day, in the person's zone
   * @param bot {@code @username} of the bot, or empty
   */
  record Linked(String name, String handle, String since, boolean suspended, String bot) {

    /** For the round picture. */
    public String initial() {
      return name.isEmpty() ? "?" : name.substring(0, name.offsetByCodePoints(0, 1));
    }
  }

  /**
   * How to link.
   *
   * @param url opens the bot's chat and links it; empty: Telegram does not say what the bot is
   *     called
   * @param until until when it does, in the person's zone
   * @param expires the same in milliseconds since the epoch
   * @param bot {@code @username} of the bot, or empty
   */
  record Invitation(String url, String until, long expires, String bot) {

    @Override
    public String toString() {
      return "Invitation[url=***, until=" + until + "]";
    }
  }

  static final TelegramCard CLOSED = new TelegramCard(State.CLOSED, null, null);
  static final TelegramCard UNKNOWN = new TelegramCard(State.UNKNOWN, null, null);

  static TelegramCard linked(TelegramLink link, Standing standing, Times times) {
    String handle = link.username() == null ? "" : "@" + link.username();
    return new TelegramCard(
        State.LINKED,
        new Linked(
            link.firstName().isEmpty() ? "Telegram " + link.chat() : link.firstName(),
            handle,
            times.day(link.linkedAt()),
            standing.suspended(),
            bot(standing)),
        null);
  }

  static TelegramCard notLinked(Invitation invitation) {
    return new TelegramCard(State.NOT_LINKED, null, invitation);
  }

  static String bot(Standing standing) {
    return standing.botUsername().map(name -> "@" + name).orElse("");
  }

  /** For the template. */
  public boolean is(String word) {
    return state.name().equalsIgnoreCase(word);
  }
}
