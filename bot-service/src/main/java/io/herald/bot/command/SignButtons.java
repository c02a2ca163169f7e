package io.herald.bot.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.bot.update.Chat;
import io.herald.bot.update.Update;
import io.herald.model.message.Button;
import io.herald.model.message.CallbackAnswer;
import io.herald.model.message.CommandMenu;
import io.herald.model.message.Content;
import io.herald.model.message.Deletion;
import io.herald.model.message.DocumentContent;
import io.herald.model.message.PhotoContent;
import io.herald.model.message.TextContent;
import io.herald.runtime.sign.Signing;
import java.util.List;
import java.util.Optional;

/**
 * Signs what buttons carry, so that nobody can press one that was never there: a client may send
 * anything as the data of a button. A signature is good for one bot and one chat.
 *
 * <p>Replies are signed by themselves. Whoever publishes a message with buttons in another way
 * signs it here, once.
 */
public final class SignButtons {

  /** The most that a button may carry, signature included, in bytes (Bot API, callback_data). */
  public static final int LONGEST = 64;

  private static final String PURPOSE = "button";
  private static final char MARK = '~';

  private final Signing signing;

  /** Signs with that. */
  public SignButtons(Signing signing) {
    this.signing = signing;
  }

  /**
   * The same content with signed buttons; those that open an address stay as they are.
   *
   * @param chat Telegram's chat id, decimal
   * @throws IllegalArgumentException when a button would carry more than {@value #LONGEST} bytes
   */
  public Content sign(String bot, String chat, Content content) {
    return switch (content) {
      case TextContent it ->
          new TextContent(it.text(), it.entities(), signed(bot, chat, it.keyboard()));
      case PhotoContent it ->
          new PhotoContent(
              it.photo(), it.caption(), it.entities(), signed(bot, chat, it.keyboard()));
      case DocumentContent it ->
          new DocumentContent(
              it.document(), it.caption(), it.entities(), signed(bot, chat, it.keyboard()));
      case Deletion _, CallbackAnswer _, CommandMenu _ -> content;
    };
  }

  /** The same replies to the update, signed for the chat that they go to. */
  List<Reply> sign(Update update, Chat chat, List<Reply> replies) {
    String place = String.valueOf(chat.id());
    return replies.stream()
        .map(it -> new Reply(sign(update.bot(), place, it.content()), it.replaceKey()))
        .toList();
  }

  private List<List<Button>> signed(String bot, String chat, List<List<Button>> keyboard) {
    return keyboard.stream()
        .map(row -> row.stream().map(button -> signed(bot, chat, button)).toList())
        .toList();
  }

  private Button signed(String bot, String chat, Button button) {
    String data = button.callbackData();
    if (data == null) {
      return button;
    }
    String signed = data + MARK + signing.signShort(PURPOSE, bot, chat, data);
    if (signed.getBytes(UTF_8).length > LONGEST) {
      throw new IllegalArgumentException(
          "the button \"" + button.text() + "\" carries more than " + LONGEST + " bytes");
    }
    return Button.callback(button.text(), signed);
  }

  /**
   * What was signed; empty when the signature is missing or wrong.
   *
   * @param signed what a pressed button carries
   */
  Optional<String> check(String bot, long chat, String signed) {
    int end = signed.length() - Signing.SHORT - 1;
    if (end < 1 || signed.charAt(end) != MARK) {
      return Optional.empty();
    }
    String data = signed.substring(0, end);
    String signature = signed.substring(end + 1);
    return signing.isValidShort(signature, PURPOSE, bot, String.valueOf(chat), data)
        ? Optional.of(data)
        : Optional.empty();
  }
}
