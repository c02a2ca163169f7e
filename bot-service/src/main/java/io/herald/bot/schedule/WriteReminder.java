package io.herald.bot.schedule;

import io.herald.bot.command.Request;
import io.herald.bot.progress.InWords;
import io.herald.model.notification.NotificationDraft;
import io.herald.model.notification.NotificationRequested;
import io.herald.model.notification.Recipient;
import io.herald.model.notification.TextMarkup;
import io.herald.model.schedule.At;
import io.herald.model.schedule.Misfire;
import io.herald.model.schedule.Notify;
import io.herald.model.schedule.Owner;
import io.herald.model.schedule.Schedule;
import io.herald.model.topic.Lane;
import java.time.Duration;

/** What a reminder is as a schedule: once, a notification to the chat that it was asked for in. */
final class WriteReminder {

  /** A reminder is worth having a day late. */
  private static final Misfire LATE = new Misfire(Misfire.Policy.FIRE_ONCE, Duration.ofDays(1));

  private static final int TITLE = 60;

  private WriteReminder() {}

  static Schedule write(String id, Wish.Reminder reminder, Owner owner, Request request) {
    return Schedule.of(
            id,
            owner,
            InWords.shortened(reminder.text(), TITLE),
            new At(reminder.at()),
            new Notify(notification(reminder, request)),
            request.update().receivedAt())
        .withMisfire(LATE);
  }

  private static NotificationRequested notification(Wish.Reminder reminder, Request request) {
    Recipient there = Recipient.chat(String.valueOf(request.chat().id()));
    return new NotificationDraft(Notify.NO_ID, "herald-bot", "reminder", there)
        .priority(Lane.INTERACTIVE)
        .title(title(request))
        .text(reminder.text(), TextMarkup.PLAIN)
        .thread(request.thread())
        .written();
  }

  private static String title(Request request) {
    String name = request.person().firstName();
    return request.chat().isPrivate() || name.isBlank() ? "⏰ Reminder" : "⏰ Reminder for " + name;
  }
}
