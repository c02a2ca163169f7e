package io.herald.scheduler.due;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.model.account.Account;
import io.herald.model.account.TelegramLink;
import io.herald.model.job.JobCommand;
import io.herald.model.job.JobOwner;
import io.herald.model.json.Json;
import io.herald.model.schedule.At;
import io.herald.model.schedule.Owner;
import io.herald.model.schedule.RunScript;
import io.herald.model.schedule.Schedule;
import io.herald.model.topic.Topics;
import io.herald.scheduler.RunningDay;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whom a script that a schedule runs belongs to. */
class ScriptOwnerTest extends RunningDay {

  private final String chat = String.valueOf(ADA + user.hashCode());

  @Test
  void isThePersonInTheChatThatTheyHaveLinked() {
    var link = new TelegramLink("main", chat, "ada", "Ada", clock.instant());
    save(Account.of(user).withLink(link));

    assertThat(ownerOfAScriptOf(Owner.user(user)))
        .isEqualTo(new JobOwner("main", chat, null, Long.parseLong(chat)));
  }

  @Test
  void isNobodyWhileThePersonHasNotLinked() {
    save(Account.of(user));

    assertThat(ownerOfAScriptOf(Owner.user(user))).isNull();
    assertThat(ownerOfAScriptOf(Owner.user("no" + user))).isNull();
    assertThat(ownerOfAScriptOf(Owner.OPERATORS)).isNull();
  }

  @Test
  void isThePersonInTheChatInWhichItWasMade() {
    assertThat(ownerOfAScriptOf(Owner.chat("main", "-77", 3, 12)))
        .isEqualTo(new JobOwner("main", "-77", 3, 12));
  }

  private @Nullable JobOwner ownerOfAScriptOf(Owner owner) {
    Instant due = clock.instant();
    String id = newId();
    schedules
        .save(Schedule.of(id, owner, "", new At(due), new RunScript("nosuch", ""), due))
        .block(SOON);
    String mark = "\"schedule\":\"" + id + '"';
    try (var wanted = topic(Topics.JOBS)) {
      var job = wanted.await(1, it -> new String(it.value(), UTF_8).contains(mark)).getFirst();
      return Json.read(job.value(), JobCommand.class).owner();
    }
  }
}
