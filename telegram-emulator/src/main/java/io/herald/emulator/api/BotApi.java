package io.herald.emulator.api;

import io.herald.emulator.fault.Fault;
import io.herald.emulator.fault.FaultKind;
import io.herald.emulator.fault.Faults;
import io.herald.emulator.update.Bot;
import io.herald.emulator.update.Bots;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** The front of all methods: token, faults, latency, then the method, and a line in the log. */
public final class BotApi {
  private static final Logger LOG = LoggerFactory.getLogger(BotApi.class);
  private static final Answer MALFORMED_TOKEN = Answer.error(404, "Not Found");
  private static final Answer UNAUTHORIZED = Answer.error(401, "Unauthorized");

  private final Bots bots;
  private final Faults faults;
  private final LongSupplier latencyMs;
  private final RequestJournal requests;
  private final Map<String, BotMethod> methods;

  BotApi(
      Bots bots,
      Faults faults,
      LongSupplier latencyMs,
      RequestJournal requests,
      Map<String, BotMethod> methods) {
    this.bots = bots;
    this.faults = faults;
    this.latencyMs = latencyMs;
    this.requests = requests;
    this.methods = methods;
  }

  /**
   * Calls a method.
   *
   * @param traceparent header of the call, noted in the log
   */
  public Mono<Reply> call(
      String token, String method, Parameters parameters, @Nullable String traceparent) {
    long startNanos = System.nanoTime();
    if (!Bots.isWellFormed(token)) {
      return Mono.just(new Reply.Answered(MALFORMED_TOKEN));
    }
    Bot bot = bots.byToken(token);
    if (bot == null) {
      return Mono.just(new Reply.Answered(UNAUTHORIZED));
    }
    Call call = new Call(bot, method.toLowerCase(Locale.ROOT), parameters);
    Fault fault = faults.strike(bot.id(), call.method(), parameters.chatId());
    Mono<Reply> reply = fault == null ? execute(call) : strike(call, fault);
    long waitMs = latencyMs.getAsLong() + (fault == null ? 0 : fault.delayMs());
    Mono<Reply> delayed =
        waitMs == 0 ? reply : Mono.delay(Duration.ofMillis(waitMs)).then(Mono.defer(() -> reply));
    return delayed.doOnNext(
        done -> requests.note(bot.id(), method, parameters, done, fault, traceparent, startNanos));
  }

  /** Executes a call that came in the answer of a webhook; its result is lost. */
  public Mono<Reply> callInAnswer(Bot bot, String method, Parameters parameters) {
    String name = method.toLowerCase(Locale.ROOT);
    boolean allowed =
        !name.startsWith("get") && !name.equals("setwebhook") && !name.equals("deletewebhook");
    if (!allowed) {
      return Mono.empty();
    }
    long startNanos = System.nanoTime();
    return execute(new Call(bot, name, parameters))
        .doOnNext(
            done -> requests.note(bot.id(), method, parameters, done, null, null, startNanos));
  }

  private Mono<Reply> strike(Call call, Fault fault) {
    Reply instead = StrikeFault.instead(fault);
    if (instead != null) {
      return Mono.just(instead);
    }
    Mono<Reply> executed = Mono.defer(() -> execute(call));
    return fault.kind() == FaultKind.CUT_AFTER ? executed.map(this::cutIfOk) : executed;
  }

  /** A call that was refused anyway is answered: there is nothing to be unsure about. */
  private Reply cutIfOk(Reply reply) {
    boolean accepted = reply instanceof Reply.Answered(Answer answer) && answer.isOk();
    return accepted ? new Reply.Cut() : reply;
  }

  private Mono<Reply> execute(Call call) {
    BotMethod method = methods.get(call.method());
    if (method == null) {
      return Mono.just(new Reply.Answered(Answer.error(404, "Not Found")));
    }
    Mono<Answer> answer;
    try {
      answer = method.call(call);
    } catch (RuntimeException failure) {
      answer = Mono.just(answer(call, failure));
    }
    return answer
        .onErrorResume(failure -> Mono.just(answer(call, failure)))
        .map(Reply.Answered::new);
  }

  private static Answer answer(Call call, Throwable failure) {
    if (failure instanceof Refusal refusal) {
      return refusal.answer();
    }
    LOG.error(
        "Answered 500: the emulator failed in {}; this is a bug of it", call.method(), failure);
    return Answer.error(500, "Internal Server Error");
  }

  /** Whether a method is emulated; the name has any case. */
  boolean knows(String method) {
    return methods.containsKey(method.toLowerCase(Locale.ROOT));
  }
}
