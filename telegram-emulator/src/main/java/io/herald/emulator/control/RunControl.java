package io.herald.emulator.control;

import io.herald.emulator.bulk.BulkOrder;
import io.herald.emulator.bulk.BulkRun;
import io.herald.emulator.bulk.BulkRuns;
import io.herald.emulator.bulk.GenerateUpdates;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Bulk runs. */
@RestController
@RequestMapping("/control/runs")
final class RunControl {
  private static final long FIRST_USER = 2_000_000;

  record NewRun(
      @Nullable String bot,
      @Nullable Integer count,
      @Nullable Integer users,
      @Nullable Double rate,
      @Nullable String text,
      @Nullable Long firstUser,
      @Nullable Long chat,
      @Nullable String keyPattern) {}

  private final Known known;
  private final GenerateUpdates generate;
  private final BulkRuns runs;

  RunControl(Known known, GenerateUpdates generate, BulkRuns runs) {
    this.known = known;
    this.generate = generate;
    this.runs = runs;
  }

  @PostMapping
  @ResponseStatus(HttpStatus.ACCEPTED)
  ObjectNode start(@RequestBody NewRun request) {
    long chat = request.chat == null ? 0 : known.group(request.chat).id();
    BulkOrder order =
        new BulkOrder(
            known.bot(request.bot),
            Known.required("count", request.count),
            request.users == null ? 1 : request.users,
            request.rate == null ? 0 : request.rate,
            request.text == null ? "message {n}" : request.text,
            request.firstUser == null ? FIRST_USER : request.firstUser,
            chat,
            request.keyPattern == null ? null : Pattern.compile(request.keyPattern));
    return view(generate.start(order));
  }

  @GetMapping
  List<ObjectNode> all() {
    return runs.all().stream().map(RunControl::view).toList();
  }

  @GetMapping("/{id}")
  ObjectNode one(@PathVariable("id") long id) {
    return view(run(id));
  }

  @DeleteMapping("/{id}")
  ObjectNode stop(@PathVariable("id") long id) {
    BulkRun run = run(id);
    run.stop();
    return view(run);
  }

  private BulkRun run(long id) {
    BulkRun run = runs.get(id);
    if (run == null) {
      throw new UnknownThing("run " + id + " is unknown");
    }
    return run;
  }

  private static ObjectNode view(BulkRun run) {
    BulkRun.Progress progress = run.progress();
    ObjectNode view = JsonNodeFactory.instance.objectNode();
    view.put("id", run.id()).put("bot", run.order().bot().id()).put("state", progress.state());
    view.put("count", run.order().count()).put("users", run.order().users());
    view.put("created", progress.created()).put("acknowledged", progress.acknowledged());
    view.put("started_ms", progress.startedMs());
    view.put("created_all_ms", orNull(progress.createdAllMs()));
    view.put("acknowledged_all_ms", orNull(progress.acknowledgedAllMs()));
    view.put("replies", progress.replies()).put("answered", progress.answered());
    view.put("distinct", progress.distinct());
    view.put("duplicates", progress.replies() - progress.distinct());
    view.put("distinct_in_chat", progress.distinctInChat());
    view.put("duplicates_in_chat", progress.replies() - progress.distinctInChat());
    view.put("first_reply_ms", orNull(progress.firstReplyMs()));
    view.put("last_reply_ms", orNull(progress.lastReplyMs()));
    if (run.order().keyPattern() != null) {
      view.put("distinct_numbers", progress.distinctNumbers());
      ArrayNode missing = view.putArray("missing_numbers");
      progress.missingNumbers().forEach(number -> missing.add(number.intValue()));
    }
    ArrayNode duplicates = view.putArray("duplicate_keys");
    progress.duplicateKeys().forEach(duplicates::add);
    view.set("latency_ms", ReadControl.view(progress.latency()));
    return view;
  }

  private static @Nullable Long orNull(long millis) {
    return millis == 0 ? null : (Long) millis;
  }
}
