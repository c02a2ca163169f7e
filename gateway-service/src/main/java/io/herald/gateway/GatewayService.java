package io.herald.gateway;

import io.herald.runtime.start.Service;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the gateway. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class GatewayService {

  /** Entry point of the executable jar. */
  public static void main(String[] args) {
    Service.run(GatewayService.class, args);
  }
}
