package io.herald.runtime.blob;

import io.herald.runtime.kafka.PublishRecord;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the uploaded files. */
@Configuration(proxyBeanMethods = false)
public class BlobConfiguration {

  @Bean
  Blobs blobs(PublishRecord publish, KafkaProperties kafka) {
    return new Blobs(publish, kafka.buildConsumerProperties());
  }
}
