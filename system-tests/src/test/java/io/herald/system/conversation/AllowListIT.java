package io.herald.system.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.system.stack.People;
import io.herald.system.stack.Stack;
import io.herald.system.stack.SystemTest;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("prove")
@SystemTest
class AllowListIT {

  @Test
  void refusesClearlyAndWritesItDown(Stack stack) {
    long friend = People.stranger();
    long stranger = People.stranger();
    stack.bot().restartWith(Map.of("TELEGRAM_ALLOWED_USER_IDS", Long.toString(friend)));
    try {
      assertThat(new Talk(stack.emulator(), stranger).say("/start").words())
          .contains("not open to you")
          .contains(Long.toString(stranger));
      assertThat(new Talk(stack.emulator(), friend).say("/start").words()).startsWith("Hello");
    } finally {
      stack.bot().restartWith(Map.of());
    }
    Pattern audit = Pattern.compile("\\baudit\\b.*refused.*\\b" + stranger + "\\b");
    assertThat(stack.bot().logged(audit)).hasSize(1);
    assertThat(stack.bot().logged(Pattern.compile("\\baudit\\b.*\\b" + friend + "\\b"))).isEmpty();
  }
}
