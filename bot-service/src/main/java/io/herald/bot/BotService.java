package io.herald.bot;

import io.herald.runtime.start.Service;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the bot service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class BotService {

  /** Entry point of the executable jar. */
  public static void main(String[] args) {
    Service.run(BotService.class, args);
  }
}
