package io.herald.bot.broadcast;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.herald.bot.command.Argument;
import io.herald.bot.command.Audience;
import io.herald.bot.command.Buttons;
import io.herald.bot.command.Command;
import io.herald.bot.command.Press;
import io.herald.bot.command.PressAnswer;
import io.herald.bot.command.Reply;
import io.herald.bot.command.Request;
import io.herald.bot.command.Usage;
import io.herald.model.control.ControlState;
import io.herald.model.control.NotificationControl;
import io.herald.model.message.TextContent;
import io.herald.runtime.config.Bots;
import io.herald.runtime.table.KeepTable;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/**
 * Shows a text as everybody will get it, sends it when its author says so, and pauses, resumes and
 * stops it. All in one message, which {@link WatchBroadcasts} keeps up to date.
 */
final class Broadcast implements Command, Buttons {

  private static final PressAnswer LOST =
      PressAnswer.alert("I no longer know this text. Please send /broadcast again.");
  private static final TextContent OTHER_BOT =
      TextContent.plain("Broadcasts are written to the bot " + Bots.MAIN + ".");
  private static final TextContent CANCELLED = TextContent.plain("Cancelled; nobody got it.");

  // A press may come before the table has what the one before it wrote: presses of a chat come here
  // in order.
  private final Cache<String, NotificationControl> written =
      Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(5)).maximumSize(1_000).build();
  private final Drafts drafts;
  private final PublishBroadcast publish;
  private final KeepTable<NotificationControl> controls;

  Broadcast(Drafts drafts, PublishBroadcast publish, KeepTable<NotificationControl> controls) {
    this.drafts = drafts;
    this.publish = publish;
    this.controls = controls;
  }

  @Override
  public String name() {
    return Round.NAME;
  }

  @Override
  public String summary() {
    return "send a text to everybody who has linked";
  }

  @Override
  public Audience audience() {
    return Audience.ADMINS;
  }

  @Override
  public Usage usage() {
    return Usage.of(Argument.rest("text"));
  }

  /** The preview is a notification: what makes messages of markdown is the worker. */
  @Override
  public Mono<List<Reply>> answer(Request request) {
    Round round = Round.of(request.update());
    if (!round.bot().equals(Bots.MAIN)) {
      return Mono.just(List.of(Reply.of(OTHER_BOT)));
    }
    String text = request.values().text("text");
    var board = round.board(request.chat(), request.update().receivedAt());
    var buttons = List.of(round.button("Send", "send"), round.button("Cancel", "cancel"));
    return drafts
        .keep(round, text)
        .then(publish.preview(board, text, buttons))
        .thenReturn(List.of());
  }

  @Override
  public Mono<PressAnswer> answer(Press press) {
    return Round.pressed(press.update().bot(), press.choice())
        .map(it -> answer(press, it.round(), it.choice()))
        .orElse(Mono.just(PressAnswer.GONE));
  }

  private Mono<PressAnswer> answer(Press press, Round round, String choice) {
    Optional<NotificationControl> control = control(round.notification());
    return switch (choice) {
      case "send" -> control.isPresent() ? said("It was sent already.") : send(press, round);
      case "cancel" -> control.isPresent() ? said("It was sent already.") : cancel(round);
      case "pause" -> steer(press, control, ControlState.PAUSED, "Paused");
      case "resume" -> steer(press, control, ControlState.RUNNING, "Goes on within a minute");
      case "stop" -> steer(press, control, ControlState.STOPPED, "Stopped");
      default -> Mono.just(PressAnswer.GONE);
    };
  }

  private Optional<NotificationControl> control(String notification) {
    return Stream.concat(
            Stream.ofNullable(written.getIfPresent(notification)),
            controls.find(notification).stream())
        .max(Comparator.comparing(NotificationControl::at));
  }

  private Mono<Void> write(NotificationControl control) {
    return publish.control(control).doOnSuccess(_ -> written.put(control.notification(), control));
  }

  /** The broadcast first: what is watched must have been sent, also after a crash in between. */
  private Mono<PressAnswer> send(Press press, Round round) {
    var control =
        new NotificationControl(
            NotificationControl.SCHEMA_VERSION,
            round.notification(),
            ControlState.RUNNING,
            press.update().receivedAt(),
            round.board(press.chat(), press.update().receivedAt()));
    var begun = Standing.UNKNOWN.text(round, ControlState.RUNNING);
    return drafts
        .find(round)
        .flatMap(text -> publish.broadcast(round, text).thenReturn(true))
        .flatMap(_ -> write(control).thenReturn(true))
        .map(_ -> PressAnswer.replies(new Reply(begun, round.replaceKey())))
        .defaultIfEmpty(LOST);
  }

  private Mono<PressAnswer> cancel(Round round) {
    return drafts
        .drop(round)
        .thenReturn(PressAnswer.replies(new Reply(CANCELLED, round.replaceKey())));
  }

  private Mono<PressAnswer> steer(
      Press press, Optional<NotificationControl> found, ControlState wanted, String done) {
    if (found.isEmpty()) {
      return Mono.just(PressAnswer.GONE);
    }
    NotificationControl now = found.get();
    if (now.board() == null || now.state() == ControlState.STOPPED) {
      return said("It is over.");
    }
    var next = now.with(wanted, press.update().receivedAt());
    // An update may be handled twice, and late.
    return now.state() == wanted || now.at().isAfter(next.at())
        ? said(done)
        : write(next).then(said(done));
  }

  private static Mono<PressAnswer> said(String notice) {
    return Mono.just(PressAnswer.notice(notice));
  }
}
