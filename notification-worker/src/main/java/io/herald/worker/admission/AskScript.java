package io.herald.worker.admission;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.runtime.contact.SuspendedContacts;
import io.herald.runtime.redis.Script;
import io.herald.telegram.flood.Ceilings;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Speaks with the scripts that keep the budgets in Redis. */
final class AskScript {

  /**
   * What Redis says.
   *
   * @param verdicts one for each ask
   * @param restores for each, whether leave was given although the contact is suspended
   * @param rate of the bot at present, in calls per 1000 s
   * @param used of it lately, in calls per 1000 s
   */
  record Answer(List<Verdict> verdicts, List<Boolean> restores, long rate, long used) {}

  // A claim outlives its message, which is not sent after its expiry; the rest is for clocks.
  private static final Duration MARGIN = Duration.ofHours(1);
  private static final Script ASK =
      Script.of(AskScript.class, ScriptOutputType.MULTI, "budget.lua", "ask.lua");
  private static final Script FLOODED =
      Script.of(AskScript.class, ScriptOutputType.INTEGER, "budget.lua", "flooded.lua");
  private static final byte[] NOTHING = new byte[0];
  private static final byte[] YES = {'1'};
  private static final int HEAD = 12;

  private final byte[][] numbers;
  private final byte[] mine;
  private final byte[] now;
  private final Clock clock;

  /**
   * @param process name of this process, unlike any other's
   * @param clock for how long claims live; budgets go by Redis' own
   */
  AskScript(Ceilings ceilings, String process, Clock clock) {
    this(ceilings, process, clock, NOTHING);
  }

  private AskScript(Ceilings ceilings, String process, Clock clock, byte[] now) {
    long[] figures = ceilings.numbers();
    this.numbers = new byte[figures.length][];
    for (int i = 0; i < figures.length; i++) {
      numbers[i] = digits(figures[i]);
    }
    this.mine = ("sending:" + process).getBytes(UTF_8);
    this.clock = clock;
    this.now = now;
    if (figures.length + 3 != HEAD) {
      throw new IllegalStateException("the scripts expect other figures");
    }
  }

  AskScript(Ceilings ceilings, String process, Clock clock, long nowMicros) {
    this(ceilings, process, clock, digits(nowMicros));
  }

  byte[] mine() {
    return mine.clone();
  }

  /**
   * Asks for leave.
   *
   * @param begun of the asks' length: whether this process has begun that one and lost sight of it
   * @param distrust whether calls may have been made that Redis knows nothing of
   */
  CompletionStage<Answer> ask(
      RedisClusterAsyncCommands<byte[], byte[]> commands,
      String bot,
      List<AskToSend> asks,
      boolean[] begun,
      boolean distrust) {
    BotKeys names = new BotKeys(bot);
    byte[][] keys = new byte[1 + 4 * asks.size()][];
    byte[][] arguments = head(asks.size(), distrust);
    arguments[HEAD - 1] = mine;
    keys[0] = names.budget();
    for (int i = 0; i < asks.size(); i++) {
      AskToSend ask = asks.get(i);
      byte[] message = names.message(ask.id());
      keys[4 * i + 1] = message;
      keys[4 * i + 2] = names.chat(ask.chat());
      keys[4 * i + 3] = SuspendedContacts.key(bot, ask.chat());
      keys[4 * i + 4] =
          ask.replaceKey() == null ? message : names.replaced(ask.chat(), ask.replaceKey());
      arguments[HEAD + i] = argument(ask, begun[i]);
    }
    return ASK.<List<byte[]>>run(commands, keys, arguments).thenApply(AskScript::answer);
  }

  /** Tells of a 429. Whether the bot is too fast, and this is the first that is heard of it. */
  CompletionStage<Boolean> flooded(
      RedisClusterAsyncCommands<byte[], byte[]> commands, String bot, String chat, Duration pause) {
    BotKeys names = new BotKeys(bot);
    byte[][] arguments = head(2, false);
    arguments[HEAD - 1] = chat.getBytes(UTF_8);
    arguments[HEAD] = digits(pause.toNanos() / 1_000);
    arguments[HEAD + 1] = Ceilings.isShared(chat) ? YES : NOTHING;
    byte[][] keys = {names.budget(), names.chat(chat)};
    return FLOODED.<Long>run(commands, keys, arguments).thenApply(first -> first == 1);
  }

  private byte[][] head(int more, boolean distrust) {
    byte[][] arguments = new byte[HEAD + more][];
    arguments[0] = now;
    arguments[1] = distrust ? YES : NOTHING;
    System.arraycopy(numbers, 0, arguments, 2, numbers.length);
    return arguments;
  }

  private byte[] argument(AskToSend ask, boolean begun) {
    int bits =
        ask.lane().ordinal()
            | bit(ask.free(), 4)
            | bit(ask.dropIfUncertain(), 16)
            | bit(Ceilings.isShared(ask.chat()), 32)
            | bit(ask.replaceKey() != null, 64)
            | bit(begun, 128);
    long left = Math.max(0, ask.expiresAt().toEpochMilli() - clock.millis());
    byte[] lives = digits(left + MARGIN.toMillis());
    byte[] argument = new byte[1 + lives.length];
    argument[0] = (byte) bits;
    System.arraycopy(lives, 0, argument, 1, lives.length);
    return argument;
  }

  private static int bit(boolean set, int value) {
    return set ? value : 0;
  }

  private static Answer answer(List<byte[]> answers) {
    String[] figures = new String(answers.getFirst(), US_ASCII).split(" ");
    List<Verdict> verdicts = new ArrayList<>(answers.size() - 1);
    List<Boolean> restores = new ArrayList<>(answers.size() - 1);
    for (byte[] answer : answers.subList(1, answers.size())) {
      verdicts.add(verdict(new String(answer, UTF_8)));
      restores.add(answer.length > 1 && answer[1] == '!');
    }
    return new Answer(verdicts, restores, Long.parseLong(figures[0]), Long.parseLong(figures[1]));
  }

  private static Verdict verdict(String answer) {
    String rest = answer.substring(1);
    return switch (answer.charAt(0)) {
      case 'G' -> new Verdict.Go(false, number(rest));
      case 'U' -> new Verdict.Go(true, number(rest));
      case 'S' -> new Verdict.AlreadySent(number(rest));
      case 'X' -> new Verdict.Suspended(rest);
      case 'C' -> new Verdict.WaitForChat(micros(rest));
      case 'B' -> new Verdict.WaitForBot(micros(rest));
      default -> new Verdict.Uncertain();
    };
  }

  private static @Nullable Long number(String text) {
    String digits = text.startsWith("!") ? text.substring(1) : text;
    return digits.isEmpty() ? null : Long.valueOf(digits);
  }

  private static Duration micros(String text) {
    return Duration.ofNanos(Long.parseLong(text) * 1_000);
  }

  private static byte[] digits(long number) {
    return Long.toString(number).getBytes(US_ASCII);
  }
}
