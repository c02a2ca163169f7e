package io.herald.bench.send;

import io.herald.bench.emulator.Arrival;
import io.herald.bench.emulator.Arrivals;
import io.herald.bench.emulator.Emulator;
import io.herald.bench.emulator.EmulatorControl;
import io.herald.bench.outbound.LoadMix;
import io.herald.bench.run.CpuTimes;
import io.herald.bench.run.Waiting;
import io.herald.bench.run.Workspace;
import io.herald.local.process.JavaCommand;
import io.herald.local.process.LocalProcess;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** Both senders side by side at one emulator without limits; they take turns. */
final class RateRun implements AutoCloseable {
  private static final Duration ASK_EVERY = Duration.ofMillis(50);
  private static final Duration SILENCE = Duration.ofSeconds(20);
  // What it remembers must not be what it is busy with.
  private static final int EMULATOR_MEBIBYTES = 768;

  private final SendOptions options;
  private final Workspace workspace = Workspace.create();
  private final Emulator emulator;
  private final Map<Part, RateSender> senders = new EnumMap<>(Part.class);

  RateRun(SendOptions options) {
    this.options = options;
    this.emulator =
        Emulator.start(
            workspace,
            spec ->
                spec.jvmOptions(JavaCommand.small(EMULATOR_MEBIBYTES))
                    .with("EMULATOR_KEPTMESSAGES", Integer.toString(options.messages() + 1_000)));
  }

  void start() throws InterruptedException {
    for (Part sender : options.senders(0)) {
      senders.put(
          sender,
          sender == Part.HERALD
              ? HeraldRate.start(workspace, emulator, options)
              : BareRate.start(workspace, emulator, options));
    }
    emulator.awaitReady(Duration.ofSeconds(60));
    emulator.control().neitherLimitsNorLatency();
    emulator.control().addUsers(LoadMix.FIRST_CHAT, options.chats());
  }

  /** One turn of a sender. */
  Round measure(Part part, int number) throws InterruptedException {
    RateSender sender = senders.get(part);
    Map<String, LocalProcess> processes = new HashMap<>(sender.processes());
    processes.put("emulator", emulator.process());
    LoadMix mix = new LoadMix(part.key + "-" + number + "-", options.messages(), options.chats());
    EmulatorControl control = emulator.control();
    control.resetStats();
    Arrivals arrivals = Arrivals.from(control);
    AtomicReference<CpuTimes> before = new AtomicReference<>(CpuTimes.of(Map.of()));
    long startedMs = sender.send(mix, () -> before.set(CpuTimes.of(processes)));
    awaitAccepted(control);
    CpuTimes after = CpuTimes.of(processes);
    arrivals.read();
    return judge(part, number, startedMs, arrivals.all(), after.perEach(before.get(), mix.count()));
  }

  /** The counter alone is asked: reading the log would cost the emulator what is measured. */
  private void awaitAccepted(EmulatorControl control) throws InterruptedException {
    long accepted = 0;
    long lastNews = System.nanoTime();
    while (accepted < options.messages() && System.nanoTime() - lastNews < SILENCE.toNanos()) {
      Waiting.pause(ASK_EVERY);
      long now = control.accepted();
      lastNews = now > accepted ? System.nanoTime() : lastNews;
      accepted = now;
    }
  }

  private Round judge(
      Part part, int number, long startedMs, List<Arrival> arrivals, Map<String, Double> cpu) {
    Set<String> distinct = new HashSet<>();
    arrivals.forEach(arrival -> distinct.add(arrival.key()));
    long lastMs = arrivals.stream().mapToLong(Arrival::atMs).max().orElse(startedMs);
    return new Round(
        part,
        number,
        distinct.size() * 1e3 / Math.max(1, lastMs - startedMs),
        cpu,
        arrivals.size() - distinct.size(),
        options.messages() - distinct.size());
  }

  @Override
  public void close() {
    senders.values().forEach(RateSender::close);
    emulator.close();
    workspace.close();
  }
}
