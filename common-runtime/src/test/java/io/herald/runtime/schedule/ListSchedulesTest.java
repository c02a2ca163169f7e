package io.herald.runtime.schedule;

import static io.herald.runtime.schedule.KeptSchedules.PAYLOAD;
import static io.herald.runtime.schedule.KeptSchedules.SOON;
import static io.herald.runtime.schedule.KeptSchedules.ids;
import static io.herald.runtime.schedule.KeptSchedules.owned;
import static io.herald.runtime.schedule.KeptSchedules.titled;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.model.schedule.Owner;
import io.herald.model.schedule.RunScript;
import io.herald.runtime.RunningRuntime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** Schedules as they are listed: in pages, filtered, and by whose they are. */
class ListSchedulesTest {

  private static KeptSchedules kept;
  private static Schedules schedules;

  private final String id = "it-" + UUID.randomUUID();
  private final String user = UUID.randomUUID() + "@example.com";

  @BeforeAll
  static void keep() {
    kept = KeptSchedules.of(RunningRuntime.shared());
    schedules = kept.schedules();
  }

  @AfterAll
  static void stop() {
    kept.close();
  }

  @Test
  void listsAnOwnersInPages() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      ids.add(kept.save(owned(id + '-' + i, Owner.user(user), PAYLOAD)).id());
    }
    kept.save(owned(id + "-other", Owner.user("x" + user), PAYLOAD));
    ScheduleFilter filter = ScheduleFilter.of(Owner.user(user));

    assertThat(pages(filter, 3))
        .isEqualTo(List.of(ids.subList(0, 3), ids.subList(3, 6), ids.subList(6, 7)));
    assertThat(pages(filter, 7)).isEqualTo(List.of(ids));
    assertThat(pages(ScheduleFilter.of(Owner.user("nobody")), 3)).isEqualTo(List.of(List.of()));
    assertThat(ids(schedules.of(Owner.user(user)))).isEqualTo(ids);
  }

  @Test
  void listsWhatAFilterLetsThrough() {
    Owner owner = Owner.user(user);
    Flux.range(0, 250)
        .flatMap(i -> schedules.save(owned(id + "-%03d".formatted(i), owner, PAYLOAD)), 50)
        .blockLast(SOON);
    kept.save(owned(id + "-250", owner, new RunScript("revenue-drop", "")));
    schedules.change(id + "-249", it -> titled(it, "The Last").withPaused(true)).block(SOON);

    assertThat(pages(new ScheduleFilter(owner, "script", null, null), 5))
        .isEqualTo(List.of(List.of(id + "-250")));
    assertThat(pages(new ScheduleFilter(owner, null, true, "the last"), 5))
        .isEqualTo(List.of(List.of(id + "-249")));
    assertThat(pages(new ScheduleFilter(owner, null, null, id + "-24"), 6).getFirst())
        .hasSize(6)
        .startsWith(id + "-240");
    assertThat(pages(new ScheduleFilter(null, "post", null, id), 5).getFirst()).isEmpty();
  }

  @Test
  void ownersAreFoundByAccountAndByTelegram() {
    long telegramUser = user.hashCode() & 0xffffffL;
    Owner both = new Owner(user, "main", "-1001", null, telegramUser);
    kept.save(owned(id, both, PAYLOAD));

    assertThat(ids(schedules.of(both))).containsExactly(id);
    assertThat(ids(schedules.of(Owner.user(user)))).containsExactly(id);
    assertThat(ids(schedules.of(Owner.chat("main", "7", null, telegramUser)))).containsExactly(id);
    assertThat(ids(schedules.of(Owner.OPERATORS))).isEmpty();
  }

  private static List<List<String>> pages(ScheduleFilter filter, int limit) {
    List<List<String>> pages = new ArrayList<>();
    @Nullable String next = null;
    do {
      SchedulePage page = schedules.page(filter, next, limit).block(SOON);
      pages.add(ids(Flux.fromIterable(page.schedules())));
      next = page.next();
    } while (next != null);
    return pages;
  }
}
