package io.herald.scheduler.run;

import io.herald.scheduler.queue.JobQueue;
import io.herald.scheduler.queue.QueueSettings;
import io.herald.scheduler.script.ReadAnswer;
import io.herald.scheduler.script.TellOwner;
import io.herald.scheduler.tell.JobMetrics;
import io.herald.scheduler.tell.TellJob;
import io.herald.scheduler.type.Programs;
import io.herald.scheduler.type.ScriptFolders;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Wires the executor and who tidies up after it; the executor's health is the part {@code executor}
 * of readiness.
 */
@Configuration(proxyBeanMethods = false)
class RunConfiguration {

  private static final Logger log = LoggerFactory.getLogger(RunConfiguration.class);

  @Bean
  Executor executorHealthIndicator(
      JobQueue queue,
      QueueSettings queueSettings,
      RunSettings settings,
      Programs programs,
      TellJob tell,
      JobMetrics metrics,
      Scripts scripts) {
    return new Executor(
        queue,
        queueSettings.lease(),
        programs,
        metrics,
        sign ->
            new Workshop(
                programs,
                new JobFolders(settings.folder()),
                settings.grace(),
                tell,
                metrics,
                scripts,
                sign));
  }

  @Bean
  Scripts scripts(
      ConfineSettings limits,
      RunSettings settings,
      ScriptFolders folders,
      ReadAnswer answers,
      TellOwner owners) {
    List<Path> reached = new ArrayList<>(folders.paths());
    if (!reached.isEmpty()) {
      reached.add(settings.folder());
    }
    return new Scripts(new Confine(limits, reached), answers, owners);
  }

  @Bean
  RemoveOldFiles removeOldFiles(RunSettings settings) {
    String encoding = System.getProperty("sun.jnu.encoding", "");
    if (!encoding.equalsIgnoreCase("UTF-8")) {
      log.warn(
          "Names of files are {} here: results with other letters in their names fail. Set LC_ALL"
              + " to a locale of UTF-8, such as C.UTF-8",
          encoding);
    }
    return new RemoveOldFiles(settings.folder(), settings.keep());
  }
}
