package io.herald.bot.why;

import io.herald.bot.command.WriteText;
import io.herald.bot.progress.InWords;
import io.herald.model.message.TextContent;
import io.herald.runtime.history.MessageState;
import io.herald.runtime.history.MessageView;
import io.herald.runtime.history.NotificationState;
import io.herald.runtime.history.NotificationView;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What became of a notification, in the words of people. */
final class ShowNotification {

  /** So many messages are told one by one. */
  static final int MESSAGES = 10;

  private static final int LONGEST = 200;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final NotificationView view;
  private final boolean all;
  private final WriteText text = new WriteText();

  /**
   * @param all whether who looks sees everybody's messages, and not their own alone
   */
  ShowNotification(NotificationView view, boolean all) {
    this.view = view;
    this.all = all;
  }

  TextContent text() {
    text.bold(sentence(view.state()));
    line("Why: ", view.reason());
    line("About: ", view.title());
    text.plain("\nFrom: " + shortened(view.source()) + ", " + shortened(view.kind()));
    line("Accepted: ", view.acceptedAt());
    if (all) {
      recipients();
    }
    due();
    messages();
    return text.done();
  }

  private void recipients() {
    int named = view.to().size();
    Integer total = view.total();
    text.plain("\nFor: " + (named == 0 ? "not known yet" : counted(named, "recipient")));
    text.plain(total == null ? "" : ", " + counted(total, "message"));
  }

  private void due() {
    switch (view.state()) {
      case ACCEPTED, PENDING, DEFERRED, RETRYING -> {
        line("Due: ", view.notBefore());
        line("Given up: ", view.expiresAt());
      }
      default -> {}
    }
  }

  private void messages() {
    List<MessageView> messages = view.messages();
    messages.stream().limit(MESSAGES).forEach(this::message);
    int more = messages.size() + view.messagesLeftOut() - Math.min(MESSAGES, messages.size());
    if (more > 0) {
      text.plain("\nand " + counted(more, "message") + " more");
    }
  }

  private void message(MessageView message) {
    text.plain("\n• ");
    if (all) {
      text.plain(shortened(recipient(message)) + ": ");
    }
    if (message.part().count() > 1) {
      text.plain("part " + message.part().index() + " of " + message.part().count() + ", ");
    }
    text.plain(state(message.status()) + " since " + TIME.format(message.at()));
    if (message.attempts() > 0) {
      text.plain(", " + counted(message.attempts(), "attempt"));
    }
    if (message.error() != null && message.status() != MessageState.SENT) {
      text.plain(" – " + shortened(message.error()));
    }
  }

  private static String recipient(MessageView message) {
    String user = message.user();
    return user != null ? user : message.chat().isEmpty() ? "nobody" : "chat " + message.chat();
  }

  private void line(String what, @Nullable Object value) {
    if (value instanceof Instant time) {
      text.plain("\n" + what + TIME.format(time));
    } else if (value != null) {
      text.plain("\n" + what + shortened(value.toString()));
    }
  }

  private static String shortened(String piece) {
    return InWords.shortened(piece, LONGEST);
  }

  private static String counted(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  private static String sentence(NotificationState state) {
    return switch (state) {
      case ACCEPTED -> "It is safe with Herald, and nothing was made of it yet.";
      case PENDING -> "It waits for its turn to be sent.";
      case DEFERRED -> "It waits for a time.";
      case RETRYING -> "It could not be sent yet, and is tried again.";
      case SENT -> "It is sent: Telegram has it.";
      case PARTLY_SENT -> "Some of it is sent, some could not be delivered.";
      case FAILED -> "It could not be delivered.";
      case EXPIRED -> "It was given up: it could not be delivered in time.";
      case SUPERSEDED -> "A newer version took its place.";
      case SUPPRESSED -> "It was not sent on purpose.";
    };
  }

  private static String state(MessageState state) {
    return switch (state) {
      case PENDING -> "waiting for its turn";
      case DEFERRED -> "waiting for a time";
      case RETRYING -> "being tried again";
      case FAILED -> "failed";
      case EXPIRED -> "given up";
      case SUPERSEDED -> "replaced by a newer one";
      case SUPPRESSED -> "not sent on purpose";
      case SENT -> "sent";
    };
  }
}
