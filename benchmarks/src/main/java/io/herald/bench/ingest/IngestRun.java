package io.herald.bench.ingest;

import io.herald.bench.load.CpuMeter;
import io.herald.bench.load.Load;
import io.herald.bench.load.LoadRun;
import io.herald.bench.load.RecordCheck;
import io.herald.bench.load.TopicRecords;
import io.herald.bench.load.WarmUp;
import io.herald.bench.load.WrkResult;
import io.herald.bench.run.Backends;
import io.herald.bench.run.ProcessUsage;
import io.herald.bench.run.Workspace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/** All subjects side by side, loaded in turn. */
final class IngestRun implements AutoCloseable {
  private static final long FIRST_ID = 100_000_000L;
  // Far more than a run can use up, so that no two runs of a subject share an id.
  private static final long IDS_PER_RUN = 10_000_000L;

  private static final String CHATS = "5000";

  private final IngestOptions options;
  private final Workspace workspace = Workspace.create();
  private final Map<Subject, SubjectProcess> processes = new EnumMap<>(Subject.class);
  private final Map<Subject, Long> recordsBefore = new EnumMap<>(Subject.class);
  private final Map<Subject, Long> acknowledged = new EnumMap<>(Subject.class);
  private final Map<Subject, Long> connectionsOpened = new EnumMap<>(Subject.class);
  private Optional<Backends> backends = Optional.empty();
  private int runs;

  IngestRun(IngestOptions options) {
    this.options = options;
  }

  /**
   * Starts broker and Redis where needed, then all subjects, and shows that each takes an update.
   */
  void start() throws ExecutionException, InterruptedException {
    if (options.needsBackends()) {
      backends = Optional.of(Backends.start(workspace));
      createTopics();
    }
    for (Subject subject : options.subjects()) {
      SubjectProcess process = SubjectProcess.of(subject, workspace.folder(), backends);
      processes.put(subject, workspace.start(process));
    }
    for (Subject subject : options.subjects()) {
      SubjectProcess process = processes.get(subject);
      process.awaitReady(Duration.ofSeconds(90));
      FirstUpdate.send(subject, process.url());
      if (subject.durable()) {
        recordsBefore.put(subject, records(subject));
      }
    }
  }

  /**
   * Load that is not counted, for just-in-time compilers: as long as asked for, and on until a step
   * is no longer faster than the one before, or four times as long.
   *
   * @return updates/s of each step
   */
  List<Double> warmUp(Subject subject) {
    WarmUp warmUp = new WarmUp(options.warmup());
    while (warmUp.goesOn()) {
      WrkResult step = load(subject, options.connections().getLast(), warmUp.stepSeconds());
      warmUp.add(step.acknowledgedPerSecond());
    }
    return warmUp.steps();
  }

  Measurement measure(Subject subject, int connections, int round) {
    CpuMeter meter = new CpuMeter(processes.get(subject), backends);
    WrkResult result = load(subject, connections, options.seconds());
    return new Measurement(subject, connections, round, result, meter.used());
  }

  private WrkResult load(Subject subject, int connections, int seconds) {
    long firstId = FIRST_ID + runs++ * IDS_PER_RUN;
    WrkResult result =
        LoadRun.of(
            workspace,
            new Load(
                "updates.lua",
                options.wrkThreads(),
                connections,
                seconds,
                processes.get(subject).url(),
                List.of(
                    Long.toString(firstId),
                    Integer.toString(options.wrkThreads()),
                    BenchBot.SECRET,
                    CHATS)));
    acknowledged.merge(subject, result.acknowledged(), Long::sum);
    connectionsOpened.merge(subject, (long) connections, Long::sum);
    return result;
  }

  /** Compares acknowledged updates with records, for each durable subject. */
  List<RecordCheck> checkRecords() throws ExecutionException, InterruptedException {
    List<RecordCheck> checks = new ArrayList<>();
    for (Map.Entry<Subject, Long> before : recordsBefore.entrySet()) {
      Subject subject = before.getKey();
      checks.add(
          new RecordCheck(
              subject.key,
              subject.topic(),
              acknowledged.getOrDefault(subject, 0L),
              connectionsOpened.getOrDefault(subject, 0L),
              records(subject) - before.getValue()));
    }
    return checks;
  }

  /**
   * The most memory that each subject had resident, in MB of 10^6 bytes; NaN where the system does
   * not tell.
   */
  Map<Subject, Double> peakMegabytes() {
    Map<Subject, Double> peaks = new EnumMap<>(Subject.class);
    processes.forEach((subject, process) -> {
      var bytes = ProcessUsage.peakResidentBytes(process.pid());
      peaks.put(subject, bytes.isPresent() ? bytes.getAsLong() / 1e6 : Double.NaN);
    });
    return peaks;
  }

  private void createTopics() throws ExecutionException, InterruptedException {
    try (TopicRecords topics = topics()) {
      for (Subject subject : options.subjects()) {
        // Herald creates its own.
        if (subject.durable() && subject != Subject.HERALD) {
          topics.create(subject.topic());
        }
      }
    }
  }

  private long records(Subject subject) throws ExecutionException, InterruptedException {
    try (TopicRecords topics = topics()) {
      return topics.count(subject.topic());
    }
  }

  private TopicRecords topics() {
    return new TopicRecords(backends.orElseThrow().kafka().bootstrapServers());
  }

  @Override
  public void close() {
    workspace.close();
  }
}
