package io.herald.emulator.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.pengrad.telegrambot.TelegramBot;
import com.pengrad.telegrambot.model.Update;
import com.pengrad.telegrambot.model.request.InlineKeyboardButton;
import com.pengrad.telegrambot.model.request.InlineKeyboardMarkup;
import com.pengrad.telegrambot.model.request.ParseMode;
import com.pengrad.telegrambot.request.AnswerCallbackQuery;
import com.pengrad.telegrambot.request.EditMessageText;
import com.pengrad.telegrambot.request.GetFile;
import com.pengrad.telegrambot.request.GetMe;
import com.pengrad.telegrambot.request.GetUpdates;
import com.pengrad.telegrambot.request.SendMessage;
import com.pengrad.telegrambot.request.SendPhoto;
import com.pengrad.telegrambot.response.SendResponse;
import io.herald.emulator.RunningEmulator;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** A client that knows nothing of the emulator works against it unchanged. */
class IndependentClientTest extends RunningEmulator {

  private TelegramBot bot() {
    return new TelegramBot.Builder(TOKEN)
        .apiUrl(base() + "/bot")
        .fileApiUrl(base() + "/file/bot")
        .build();
  }

  @Test
  void sendsAndEdits() {
    TelegramBot bot = bot();
    assertThat(bot.execute(new GetMe()).user().id()).isEqualTo(42);
    SendResponse sent = bot.execute(new SendMessage(1001L, "<b>one</b>").parseMode(ParseMode.HTML));
    assertThat(sent.message().text()).isEqualTo("one");
    assertThat(sent.message().entities()[0].length()).isEqualTo(3);
    var edited = bot.execute(new EditMessageText(1001L, sent.message().messageId(), "two"));
    assertThat(edited.isOk()).isTrue();
    SendResponse refused = bot.execute(new SendMessage(9L, "x"));
    assertThat(refused.description()).isEqualTo("Bad Request: chat not found");
  }

  @Test
  void uploadsAndDownloadsAPhoto() throws IOException {
    TelegramBot bot = bot();
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", png);
    SendResponse sent = bot.execute(new SendPhoto(1001L, png.toByteArray()).caption("a picture"));

    assertThat(sent.message().caption()).isEqualTo("a picture");
    assertThat(sent.message().photo()[0].width()).isEqualTo(40);
    var file = bot.execute(new GetFile(sent.message().photo()[0].fileId())).file();
    assertThat(bot.getFileContent(file)).isEqualTo(png.toByteArray());
    SendResponse again = bot.execute(new SendPhoto(1001L, sent.message().photo()[0].fileId()));
    assertThat(again.isOk()).isTrue();
  }

  @Test
  void pollsAndAnswersAPressedButton() {
    TelegramBot bot = bot();
    var keyboard = new InlineKeyboardMarkup(new InlineKeyboardButton("Yes").callbackData("yes"));
    SendResponse sent = bot.execute(new SendMessage(1001L, "?").replyMarkup(keyboard));
    control("POST", "/messages", "{\"user\":1001,\"text\":\"/start\"}");
    control(
        "POST",
        "/buttons",
        "{\"user\":1001,\"message_id\":%d,\"text\":\"Yes\"}".formatted(sent.message().messageId()));

    List<Update> updates = bot.execute(new GetUpdates().limit(10).timeout(5)).updates();
    assertThat(updates).hasSize(2);
    assertThat(updates.get(0).message().text()).isEqualTo("/start");
    var query = updates.get(1).callbackQuery();
    assertThat(query.data()).isEqualTo("yes");
    assertThat(bot.execute(new AnswerCallbackQuery(query.id()).text("Thanks")).isOk()).isTrue();
    int next = updates.get(1).updateId() + 1;
    assertThat(bot.execute(new GetUpdates().offset(next)).updates()).isEmpty();
  }
}
