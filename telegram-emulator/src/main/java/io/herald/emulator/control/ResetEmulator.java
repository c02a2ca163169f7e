package io.herald.emulator.control;

import io.herald.emulator.EmulatorSettings;
import io.herald.emulator.bulk.BulkRuns;
import io.herald.emulator.chat.Conversations;
import io.herald.emulator.chat.Directory;
import io.herald.emulator.chat.Files;
import io.herald.emulator.fault.Faults;
import io.herald.emulator.flood.FloodControl;
import io.herald.emulator.journal.Journal;
import io.herald.emulator.journal.Latencies;
import io.herald.emulator.journal.MethodCounts;
import io.herald.emulator.journal.OutgoingEntry;
import io.herald.emulator.journal.RequestEntry;
import io.herald.emulator.journal.Unanswered;
import io.herald.emulator.live.LiveEvents;
import io.herald.emulator.tuning.Tuning;
import io.herald.emulator.update.Bot;
import io.herald.emulator.update.Bots;
import io.herald.emulator.webhook.DeliveryLog;
import io.herald.emulator.webhook.Webhooks;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;

/** Takes the emulator back to the beginning. */
@Component
final class ResetEmulator {
  /** What users and bots have. */
  @Component
  record World(
      Directory directory,
      Conversations conversations,
      Files files,
      Bots bots,
      Webhooks webhooks) {}

  /** What was noted. */
  @Component
  record Notes(
      Journal<OutgoingEntry> outgoing,
      Journal<RequestEntry> requests,
      MethodCounts counts,
      Latencies latencies,
      Unanswered unanswered,
      DeliveryLog deliveries,
      BulkRuns runs) {}

  private final EmulatorSettings settings;
  private final World world;
  private final Notes notes;
  private final FloodControl flood;
  private final Faults faults;
  private final Tuning tuning;
  private final LiveEvents events;

  ResetEmulator(
      EmulatorSettings settings,
      World world,
      Notes notes,
      FloodControl flood,
      Faults faults,
      Tuning tuning,
      LiveEvents events) {
    this.settings = settings;
    this.world = world;
    this.notes = notes;
    this.flood = flood;
    this.faults = faults;
    this.tuning = tuning;
    this.events = events;
  }

  void stats() {
    notes.outgoing.clear();
    notes.requests.clear();
    notes.counts.clear();
    notes.latencies.clear();
    notes.deliveries.clear();
  }

  /** Forgets everything; bots and their webhooks only if asked to. */
  void everything(boolean andBots) {
    notes.runs.clear();
    faults.clear();
    for (Bot bot : world.bots.all()) {
      world.webhooks.dropPending(bot);
      bot.callbacks().clear();
      if (andBots) {
        world.webhooks.remove(bot);
      }
    }
    if (andBots) {
      world.bots.clear();
    }
    world.directory.clear();
    world.conversations.clear();
    world.files.clear();
    notes.unanswered.clear();
    stats();
    world.bots.beStrict(settings.strictTokens());
    tuning.restore();
    flood.change(settings.limits().toLimits());
    events.tell("reset", JsonNodeFactory.instance::objectNode);
  }
}
