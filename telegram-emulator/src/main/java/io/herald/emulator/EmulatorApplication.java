package io.herald.emulator;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** Starts the emulator. */
@SpringBootApplication
@EnableConfigurationProperties(EmulatorSettings.class)
public class EmulatorApplication {

  /** Runs until it is stopped. */
  public static void main(String[] arguments) {
    SpringApplication.run(EmulatorApplication.class, arguments);
  }
}
