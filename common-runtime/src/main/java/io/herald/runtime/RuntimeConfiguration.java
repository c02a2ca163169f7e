package io.herald.runtime;

import io.herald.runtime.access.AccessConfiguration;
import io.herald.runtime.account.AccountConfiguration;
import io.herald.runtime.blob.BlobConfiguration;
import io.herald.runtime.config.Bots;
import io.herald.runtime.contract.ContractConfiguration;
import io.herald.runtime.index.IndexConfiguration;
import io.herald.runtime.job.JobConfiguration;
import io.herald.runtime.kafka.KafkaConfiguration;
import io.herald.runtime.redis.RedisConfiguration;
import io.herald.runtime.schedule.ScheduleConfiguration;
import io.herald.runtime.sign.SigningConfiguration;
import io.herald.runtime.table.TableConfiguration;
import io.herald.runtime.trace.TraceConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigureOrder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;

/** What every service gets by having this module on its class path. */
@AutoConfiguration
@AutoConfigureOrder(Ordered.HIGHEST_PRECEDENCE)
@EnableConfigurationProperties(Bots.class)
@Import({
  AccessConfiguration.class,
  AccountConfiguration.class,
  BlobConfiguration.class,
  ContractConfiguration.class,
  IndexConfiguration.class,
  JobConfiguration.class,
  KafkaConfiguration.class,
  RedisConfiguration.class,
  ScheduleConfiguration.class,
  SigningConfiguration.class,
  TableConfiguration.class,
  TraceConfiguration.class
})
public class RuntimeConfiguration {}
