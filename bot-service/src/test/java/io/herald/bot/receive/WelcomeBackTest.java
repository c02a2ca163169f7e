package io.herald.bot.receive;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.bot.update.Chat;
import io.herald.bot.update.Event;
import io.herald.bot.update.Update;
import io.herald.runtime.contact.SuspendedContacts;
import io.herald.runtime.redis.NoRedis;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WelcomeBackTest {

  @Test
  void goesOnWithoutRedis() {
    var welcomeBack = new WelcomeBack(new SuspendedContacts(NoRedis.link()));
    var update =
        new Update(
            "main", 1, Instant.EPOCH, "my_chat_member", new Event.Admitted(new Chat(42, true)));

    assertThat(welcomeBack.restore(update).blockOptional(Duration.ofSeconds(1))).isEmpty();
  }
}
