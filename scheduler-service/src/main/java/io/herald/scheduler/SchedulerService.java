package io.herald.scheduler;

import io.herald.runtime.start.Service;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the scheduler. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class SchedulerService {

  /** Entry point of the executable jar. */
  public static void main(String[] args) {
    Service.run(SchedulerService.class, args);
  }
}
