package io.herald.bot.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.herald.bot.RunningBot;
import io.herald.bot.access.AllowList;
import io.herald.bot.update.Person;
import io.herald.model.access.AccessChange;
import io.herald.model.access.Role;
import io.herald.model.topic.Topics;
import io.herald.runtime.table.KeepTable;
import io.herald.runtime.table.Tables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class AccessInChatTest extends RunningBot {

  private final long stranger = NUMBERS.incrementAndGet();

  @Autowired private AllowList list;
  @Autowired private Tables tables;

  @Test
  void letsSomebodyInAndOutWithoutARestart(CapturedOutput output) {
    says(stranger, "/help");
    assertThat(text(1).text()).contains("not open to you");

    says(43, "/allow " + stranger);
    assertThat(text(2).text()).contains(stranger + " may use the bots");
    awaitRole(Role.ALLOWED);
    says(stranger, "/help");
    assertThat(text(3).text()).contains("/help").doesNotContain("/allow");

    now = now.plusSeconds(1);
    says(43, "/deny " + stranger);
    assertThat(text(4).text()).contains("may not use the bots any more");
    awaitRole(Role.DENIED);
    says(stranger, "/help");
    assertThat(text(5).text()).contains("not open to you");
    assertThat(output.getOut())
        .contains("access changed user=" + stranger + " role=allowed by=43 chat=" + chat)
        .contains("access changed user=" + stranger + " role=denied by=43")
        .contains("refused user=" + stranger);
  }

  @Test
  void makesAdminsWhoMayDoTheSame() {
    says(43, "/admin " + stranger);
    replies(1);
    awaitRole(Role.ADMIN);

    says(stranger, "/allow " + (stranger + 500_000));
    assertThat(text(2).text()).contains("may use the bots");
    says(stranger, "/deny 43");
    assertThat(text(3).text()).contains("admin by configuration");
    says(stranger, "/deny " + stranger);
    assertThat(text(4).text()).contains("ask another admin");
    assertThat(list.role(43)).isEqualTo(Role.ADMIN);
  }

  @Test
  void isForAdminsAloneAndForUserIds() {
    says(42, "/admin 42");
    assertThat(text(1).text()).contains("don't know /admin");
    says(43, "/allow ada");
    assertThat(text(2).text()).contains("/allow <user-id>");
    says(43, "/allow -5");
    assertThat(text(3).text()).contains("no user id");
    assertThat(list.isAdmin(new Person(42, "Ada", false, null))).isFalse();
  }

  /** As a replica that starts later sees it. */
  @Test
  void isFollowedByEveryReplica() {
    says(43, "/allow " + stranger);
    replies(1);

    KeepTable<AccessChange> another = tables.keep(Topics.ACCESS, AccessChange.class);
    another.start();
    await().atMost(SOON).until(another::isReady);
    assertThat(another.find(String.valueOf(stranger)))
        .hasValueSatisfying(change -> {
          assertThat(change.role()).isEqualTo(Role.ALLOWED);
          assertThat(change.by()).isEqualTo(43);
          assertThat(change.at()).isEqualTo(NOON);
        });
    another.stop();
  }

  @Test
  void staysAtWhatIsNewerWhenAnUpdateIsHandledLate() {
    now = NOON.plusSeconds(10);
    says(43, "/deny " + stranger);
    awaitRole(Role.DENIED);
    replies(1);
    now = NOON;
    says(43, "/allow " + stranger);
    replies(2);

    assertThat(list.role(stranger)).isEqualTo(Role.DENIED);
  }

  private void awaitRole(Role role) {
    await().atMost(SOON).until(() -> list.named().get(stranger) == role);
  }
}
