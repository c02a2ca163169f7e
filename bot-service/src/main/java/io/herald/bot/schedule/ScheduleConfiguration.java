package io.herald.bot.schedule;

import io.herald.runtime.account.Accounts;
import io.herald.runtime.schedule.Schedules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the commands about schedules, in the order in which /help lists them. */
@Configuration(proxyBeanMethods = false)
class ScheduleConfiguration {

  @Bean
  Remind remind(Accounts accounts, Schedules schedules) {
    return new Remind(accounts, schedules, new OwnSchedules(schedules));
  }

  @Bean
  ListSchedules listSchedules(Accounts accounts, Schedules schedules) {
    return new ListSchedules(accounts, schedules, new OwnSchedules(schedules));
  }
}
