package io.herald.worker.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.model.topic.Lane;
import io.herald.telegram.flood.Ceilings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every way of giving leave has to hold. */
abstract class AdmissionContract {

  static final Duration SOON = Duration.ofMinutes(1);
  static final Instant LATER = Instant.now().plus(Duration.ofHours(1));

  final String bot = "bot" + UUID.randomUUID();

  /** One process's admission and ledger with the published ceilings. */
  record Process(Admission admission, SendLedger ledger) {}

  abstract Process process();

  @Test
  void givesLeaveOnceAndRemembersWhatWentOut() {
    Process process = process();
    AskToSend ask = ask("m", "1");

    assertThat(verdict(process, ask)).isEqualTo(new Verdict.Go(false, null));
    process.ledger().sent(bot, "1", "m", null, 77L).block(SOON);

    assertThat(verdict(process, ask)).isEqualTo(new Verdict.AlreadySent(77L));
  }

  @Test
  void remembersWhatWentOutWithoutAnIdToo() {
    Process process = process();
    verdict(process, ask("m", "1"));
    process.ledger().sent(bot, "1", "m", null, null).block(SOON);

    assertThat(verdict(process, ask("m", "1"))).isEqualTo(new Verdict.AlreadySent(null));
  }

  @Test
  void isUncertainAboutWhatBeganBeforeUnlessTheAskerKnows() {
    Process process = process();
    verdict(process, ask("m", "1"));

    assertThat(verdict(process, again("m", "1"))).isEqualTo(new Verdict.Go(false, null));
    assertThat(verdict(process, dropped("m", "2"))).isEqualTo(new Verdict.Uncertain());
    assertThat(verdict(process, ask("m", "2"))).isEqualTo(new Verdict.Go(true, null));
  }

  @Test
  void startsAfreshAfterARelease() {
    Process process = process();
    verdict(process, ask("m", "1"));
    process.ledger().released(bot, "m").block(SOON);

    assertThat(verdict(process, dropped("m", "1"))).isEqualTo(new Verdict.Go(false, null));
  }

  @Test
  void aReleaseDoesNotForgetWhatWentOut() {
    Process process = process();
    verdict(process, ask("m", "1"));
    process.ledger().sent(bot, "1", "m", null, 5L).block(SOON);
    process.ledger().released(bot, "m").block(SOON);

    assertThat(verdict(process, ask("m", "1"))).isEqualTo(new Verdict.AlreadySent(5L));
  }

  @Test
  void refusesWhatTheChatCantTakeAndClaimsNothing() {
    Process process = process();
    verdicts(process, ask("a", "1"), ask("b", "1"));

    assertThat(verdict(process, ask("c", "1"))).isInstanceOf(Verdict.WaitForChat.class);
    assertThat(verdict(process, free("c", "1"))).isEqualTo(new Verdict.Go(false, null));
  }

  @Test
  void refusesWhatTheBotCantTakeAndClaimsNothing() {
    Process process = process();
    List<Verdict> verdicts = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      verdicts.addAll(verdicts(process, ask("m" + i, String.valueOf(i))));
    }

    assertThat(verdicts.getFirst()).isEqualTo(new Verdict.Go(false, null));
    // Which of them is refused depends on how long the others took.
    int refused =
        IntStream.range(0, verdicts.size())
            .filter(i -> verdicts.get(i) instanceof Verdict.WaitForBot)
            .findFirst()
            .orElseThrow();
    assertThat(verdict(process, free("m" + refused, "x"))).isEqualTo(new Verdict.Go(false, null));
  }

  @Test
  void anAnswerInABatchIsNoWorseThanAlone() {
    Process process = process();

    assertThat(
            verdicts(process, ask("a", "1"), ask("b", "1"), ask("c", "1"), ask("d", "2")).stream()
                .map(Object::getClass)
                .map(Class::getSimpleName))
        .containsExactly("Go", "Go", "WaitForChat", "Go");
  }

  @Test
  void oneIdTwiceInABatchIsUncertainTheSecondTime() {
    assertThat(verdicts(process(), ask("m", "1"), dropped("m", "1")))
        .containsExactly(new Verdict.Go(false, null), new Verdict.Uncertain());
  }

  @Test
  void aReplaceKeyStandsForTheLatestMessageUntilItIsForgotten() {
    Process process = process();
    assertThat(verdict(process, replacing("a", "1", "k"))).isEqualTo(new Verdict.Go(false, null));
    process.ledger().sent(bot, "1", "a", "k", 11L).block(SOON);

    assertThat(verdict(process, replacing("b", "1", "k"))).isEqualTo(new Verdict.Go(false, 11L));
    process.ledger().forgotten(bot, "1", "k").block(SOON);

    assertThat(verdict(process, free("c", "1", "k"))).isEqualTo(new Verdict.Go(false, null));
    assertThat(verdict(process, free("d", "2", "k"))).isEqualTo(new Verdict.Go(false, null));
  }

  @Test
  void freeCallsPassEvenWhenTheChatIsFrozen() {
    Process process = process();
    process.admission().flooded(bot, "1", Duration.ofSeconds(30)).block(SOON);

    assertThat(verdict(process, free("a", "1"))).isEqualTo(new Verdict.Go(false, null));
    assertThat(verdict(process, ask("b", "1")))
        .isInstanceOfSatisfying(
            Verdict.WaitForChat.class,
            wait ->
                assertThat(wait.pause()).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(30)));
  }

  @Test
  void whenSeveralChatsAreRefusedTheBotIsFrozen() {
    Process process = process();
    verdict(process, ask("a", "1"));
    process.admission().flooded(bot, "1", Duration.ofSeconds(30)).block(SOON);
    process.admission().flooded(bot, "2", Duration.ofSeconds(30)).block(SOON);

    assertThat(verdict(process, ask("b", "3")))
        .isInstanceOfSatisfying(
            Verdict.WaitForBot.class,
            wait -> assertThat(wait.pause()).isGreaterThan(Duration.ofSeconds(20)));
  }

  @Test
  void onlyRepliesGoToASuspendedContact() {
    Process process = process();
    process.ledger().suspended(bot, "1", "blocked").block(SOON);

    assertThat(verdict(process, ask("a", "1"))).isEqualTo(new Verdict.Suspended("blocked"));
    AskToSend reply = new AskToSend("b", "1", Lane.INTERACTIVE, false, false, false, null, LATER);
    assertThat(verdict(process, reply)).isEqualTo(new Verdict.Go(false, null));
  }

  @Test
  void aReplyThatArrivesBringsASuspendedContactBack() {
    Process process = process();
    process.ledger().suspended(bot, "1", "blocked").block(SOON);
    verdict(process, new AskToSend("b", "1", Lane.INTERACTIVE, false, false, false, null, LATER));
    process.ledger().sent(bot, "1", "b", null, 1L).block(SOON);

    assertThat(verdict(process, ask("a", "1"))).isEqualTo(new Verdict.Go(false, null));
  }

  @Test
  void oneWinnerForAnIdAndNeverMoreThanTheBudget() throws Exception {
    List<Process> processes = List.of(process(), process(), process());
    long began = System.nanoTime();
    List<Callable<List<Verdict>>> askers = new ArrayList<>();
    for (int asker = 0; asker < 12; asker++) {
      Process process = processes.get(asker % processes());
      int first = asker * 5;
      askers.add(() -> {
        List<Verdict> verdicts = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
          String id = "m" + (first + i) % 60;
          verdicts.addAll(verdicts(process, dropped(id, id)));
        }
        return verdicts;
      });
    }
    int won = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(12)) {
      for (Future<List<Verdict>> asker : threads.invokeAll(askers)) {
        won += (int) asker.get().stream().filter(new Verdict.Go(false, null)::equals).count();
      }
    }

    double seconds = (System.nanoTime() - began) / 1e9;
    assertThat(won).isBetween(2, (int) Math.min(60, 6 + 30 * seconds));
  }

  /** How many of the processes share their budgets. */
  abstract int processes();

  static Ceilings ceilings() {
    return Ceilings.PUBLISHED;
  }

  Verdict verdict(Process process, AskToSend ask) {
    return verdicts(process, ask).getFirst();
  }

  List<Verdict> verdicts(Process process, AskToSend... asks) {
    return process.admission().ask(bot, List.of(asks)).blockOptional(SOON).orElseThrow();
  }

  static AskToSend ask(String id, String chat) {
    return new AskToSend(id, chat, Lane.STANDARD, false, false, false, null, LATER);
  }

  static AskToSend again(String id, String chat) {
    return new AskToSend(id, chat, Lane.STANDARD, false, true, false, null, LATER);
  }

  static AskToSend dropped(String id, String chat) {
    return new AskToSend(id, chat, Lane.STANDARD, false, false, true, null, LATER);
  }

  static AskToSend replacing(String id, String chat, String key) {
    return new AskToSend(id, chat, Lane.STANDARD, false, false, false, key, LATER);
  }

  static AskToSend free(String id, String chat) {
    return free(id, chat, null);
  }

  static AskToSend free(String id, String chat, @Nullable String key) {
    return new AskToSend(id, chat, Lane.STANDARD, true, false, true, key, LATER);
  }
}
