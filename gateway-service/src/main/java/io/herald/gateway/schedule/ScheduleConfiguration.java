package io.herald.gateway.schedule;

import io.herald.runtime.contract.ReadNotification;
import io.herald.runtime.job.JobTypes;
import io.herald.runtime.redis.RedisLink;
import io.herald.runtime.schedule.CountSchedules;
import io.herald.runtime.schedule.Schedules;
import java.time.InstantSource;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires who is asked about schedules. */
@Configuration(value = "scheduleDeskConfiguration", proxyBeanMethods = false)
class ScheduleConfiguration {

  // Every scheduler takes part in it.
  private static final String SCHEDULERS = "herald-scheduler-triggers";

  @Bean
  ReadSchedule readSchedule(ReadNotification contract) {
    return new ReadSchedule(contract);
  }

  @Bean
  ScheduleDesk scheduleDesk(
      Schedules schedules, JobTypes types, ScheduleSettings settings, InstantSource clock) {
    return new ScheduleDesk(schedules, new KnownScripts(types), clock, settings.perPerson());
  }

  @Bean
  SchedulerDoor schedulerDoor(RedisLink redis, Admin admin, InstantSource clock) {
    var schedulers = new CountSchedulers(admin, SCHEDULERS);
    return new SchedulerDoor(new CountSchedules(redis), schedulers, clock);
  }
}
