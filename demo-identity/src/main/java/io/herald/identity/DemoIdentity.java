package io.herald.identity;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** Starts the provider. */
@SpringBootApplication
@EnableConfigurationProperties(DemoSettings.class)
public class DemoIdentity {

  /** Runs until it is stopped. */
  public static void main(String[] arguments) {
    SpringApplication.run(DemoIdentity.class, arguments);
  }
}
