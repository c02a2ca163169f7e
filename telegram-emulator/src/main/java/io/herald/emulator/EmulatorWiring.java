package io.herald.emulator;

import io.herald.emulator.api.BotApi;
import io.herald.emulator.api.BuildBotApi;
import io.herald.emulator.api.RequestJournal;
import io.herald.emulator.bulk.BulkRuns;
import io.herald.emulator.bulk.GenerateUpdates;
import io.herald.emulator.bulk.WitnessUpdates;
import io.herald.emulator.chat.Conversations;
import io.herald.emulator.chat.Directory;
import io.herald.emulator.chat.Files;
import io.herald.emulator.conversation.BotPosts;
import io.herald.emulator.conversation.RenderMessage;
import io.herald.emulator.conversation.UserActions;
import io.herald.emulator.conversation.ViewMessage;
import io.herald.emulator.conversation.Witness;
import io.herald.emulator.fault.Faults;
import io.herald.emulator.flood.FloodControl;
import io.herald.emulator.journal.Journal;
import io.herald.emulator.journal.Latencies;
import io.herald.emulator.journal.MethodCounts;
import io.herald.emulator.journal.OutgoingEntry;
import io.herald.emulator.journal.RequestEntry;
import io.herald.emulator.journal.Unanswered;
import io.herald.emulator.live.AnnounceBot;
import io.herald.emulator.live.LiveEvents;
import io.herald.emulator.tuning.Tuning;
import io.herald.emulator.update.Bots;
import io.herald.emulator.update.PollUpdates;
import io.herald.emulator.update.PublishUpdate;
import io.herald.emulator.update.UpdateJournal;
import io.herald.emulator.webhook.DeliveryLog;
import io.herald.emulator.webhook.DeliveryTime;
import io.herald.emulator.webhook.Webhooks;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

/** Puts the core together; the web packages find it as beans. */
@Configuration(proxyBeanMethods = false)
class EmulatorWiring {
  private static final int LATENCIES = 200_000;

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  Tuning tuning(EmulatorSettings settings) {
    return new Tuning(
        new Tuning.Values(settings.latency().toMillis(), settings.webhookTimeScale()));
  }

  @Bean
  FloodControl floodControl(Clock clock, EmulatorSettings settings) {
    return new FloodControl(clock, settings.limits().toLimits());
  }

  @Bean
  Directory directory() {
    return new Directory();
  }

  @Bean
  Files files(EmulatorSettings settings) {
    return new Files(settings.keptFiles().toBytes());
  }

  @Bean
  Conversations conversations(Directory directory, EmulatorSettings settings) {
    return new Conversations(directory, settings.keptMessages());
  }

  @Bean
  LiveEvents liveEvents() {
    return new LiveEvents();
  }

  @Bean
  Bots bots(EmulatorSettings settings, LiveEvents events) {
    return new Bots(settings.strictTokens(), new AnnounceBot(events)::announce);
  }

  @Bean
  RenderMessage renderMessage(Directory directory, Bots bots, Conversations conversations) {
    return new RenderMessage(directory, bots, conversations);
  }

  @Bean
  ViewMessage viewMessage(RenderMessage render) {
    return new ViewMessage(render);
  }

  @Bean
  Journal<OutgoingEntry> outgoingJournal(EmulatorSettings settings) {
    return new Journal<>(settings.keptMessages());
  }

  @Bean
  Journal<RequestEntry> requestEntries(EmulatorSettings settings) {
    return new Journal<>(settings.keptMessages());
  }

  @Bean
  MethodCounts methodCounts() {
    return new MethodCounts();
  }

  @Bean
  Unanswered unanswered() {
    return new Unanswered();
  }

  @Bean
  Latencies latencies() {
    return new Latencies(LATENCIES);
  }

  @Bean
  BulkRuns bulkRuns(Clock clock) {
    return new BulkRuns(clock);
  }

  @Bean
  DeliveryLog deliveryLog(EmulatorSettings settings) {
    return new DeliveryLog(settings.keptMessages());
  }

  @Bean
  UpdateJournal updateJournal(Clock clock, DeliveryLog log, BulkRuns runs) {
    return new WitnessUpdates(clock, log, runs);
  }

  @Bean
  Witness witness(
      Journal<OutgoingEntry> outgoing,
      Unanswered unanswered,
      Latencies latencies,
      BulkRuns runs,
      LiveEvents events,
      ViewMessage view) {
    return new Witness(outgoing, unanswered, latencies, runs, events, view);
  }

  @Bean
  PublishUpdate publishUpdate(Clock clock, UpdateJournal journal) {
    return new PublishUpdate(clock, JsonMapper.shared(), journal);
  }

  @Bean
  UserActions userActions(
      Clock clock,
      Directory directory,
      Bots bots,
      Conversations conversations,
      PublishUpdate publish,
      RenderMessage render,
      Witness witness) {
    return new UserActions(clock, directory, bots, conversations, publish, render, witness);
  }

  @Bean(destroyMethod = "dispose")
  Scheduler timer() {
    return Schedulers.newSingle("emulator-timer", true);
  }

  @Bean(destroyMethod = "dispose")
  Scheduler bulkWorker() {
    return Schedulers.newSingle("emulator-bulk", true);
  }

  @Bean
  GenerateUpdates generateUpdates(
      Clock clock, Scheduler bulkWorker, UserActions users, BulkRuns runs) {
    return new GenerateUpdates(clock, bulkWorker, users, runs);
  }

  @Bean(destroyMethod = "close")
  Webhooks webhooks(
      Clock clock,
      Scheduler timer,
      Tuning tuning,
      DeliveryLog log,
      UpdateJournal journal,
      LiveEvents events) {
    DeliveryTime time = new DeliveryTime(clock, timer, () -> tuning.values().webhookTimeScale());
    return new Webhooks(time, log, journal, new AnnounceBot(events)::announce);
  }

  @Bean
  PollUpdates pollUpdates(Clock clock, Scheduler timer, UpdateJournal journal) {
    return new PollUpdates(clock, timer, journal);
  }

  @Bean
  Faults faults() {
    return new Faults();
  }

  @Bean
  BotApi botApi(
      Clock clock,
      Directory directory,
      Files files,
      Bots bots,
      Conversations conversations,
      Witness witness,
      RenderMessage render,
      LiveEvents events,
      FloodControl flood,
      Faults faults,
      Webhooks webhooks,
      PollUpdates poll,
      Journal<RequestEntry> entries,
      MethodCounts counts,
      Tuning tuning) {
    return BuildBotApi.build(
        new BuildBotApi.World(
            clock,
            directory,
            files,
            bots,
            new BotPosts(clock, conversations, witness),
            render,
            events),
        flood,
        faults,
        webhooks,
        poll,
        new RequestJournal(clock, entries, counts, BuildBotApi.METHODS),
        () -> tuning.values().latencyMs(),
        new AnnounceBot(events)::announce);
  }
}
