/** Reminders, and the schedules that people look at and change in the chat. */
@NullMarked
package io.herald.bot.schedule;

import org.jspecify.annotations.NullMarked;
