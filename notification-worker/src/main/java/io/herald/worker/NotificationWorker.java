package io.herald.worker;

import io.herald.runtime.start.Service;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the notification worker. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class NotificationWorker {

  /** Entry point of the executable jar. */
  public static void main(String[] args) {
    Service.run(NotificationWorker.class, args);
  }
}
