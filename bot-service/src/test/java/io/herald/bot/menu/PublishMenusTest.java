package io.herald.bot.menu;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.backends.ReadTopic;
import io.herald.bot.RunningBot;
import io.herald.bot.command.CommandBook;
import io.herald.model.message.CommandMenu;
import io.herald.model.message.MenuCommand;
import io.herald.model.message.OutboundMessage;
import io.herald.model.topic.Topics;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PublishMenusTest extends RunningBot {

  @Autowired private PublishMenus menus;
  @Autowired private CommandBook book;

  @Test
  void publishesAMenuForEverybodyAndOneForEachAdminWithTheSameIdsAgain() {
    try (var outbound = new ReadTopic(kafka, Topics.OUTBOUND_INTERACTIVE)) {
      menus.start();
      OutboundMessage first = menu(outbound, 1, "main:123456").getFirst();
      menus.start();

      assertThat(menu(outbound, 2, "main:123456"))
          .extracting(OutboundMessage::id)
          .containsOnly(first.id());
      assertThat(first.content()).isEqualTo(book.menu());
      assertThat(menu(outbound, 2, "main:43"))
          .allSatisfy(menu -> assertThat(menu.content()).isEqualTo(book.adminsMenu()));
    }
  }

  @Test
  void offersWhatEachMayDoAndWhatOtherServicesDo() {
    assertThat(book.menu().scope()).isEqualTo(CommandMenu.Scope.DEFAULT);
    assertThat(book.menu().commands())
        .contains(
            new MenuCommand("help", "show this list"),
            new MenuCommand("weather", "Tells the weather"))
        .allSatisfy(command -> assertThat(command.description()).hasSizeBetween(1, 256));
    assertThat(book.adminsMenu().scope()).isEqualTo(CommandMenu.Scope.CHAT);
    assertThat(book.adminsMenu().commands()).containsAll(book.menu().commands());
  }

  @Test
  void anAdminGetsTheirMenuOnArrival() {
    says(43, "/start");
    says(42, "/start");

    assertThat(replies(3)).hasSize(3);
    assertThat(reply(2).content()).isEqualTo(book.adminsMenu());
    assertThat(text(3).text()).startsWith("Hello");
  }

  private static List<OutboundMessage> menu(ReadTopic outbound, int count, String key) {
    return outbound
        .await(count, record -> Arrays.equals(record.key(), key.getBytes(UTF_8)))
        .stream()
        .map(RunningBot::message)
        .toList();
  }
}
