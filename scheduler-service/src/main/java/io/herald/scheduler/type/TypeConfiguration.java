package io.herald.scheduler.type;

import io.herald.runtime.redis.RedisLink;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the kinds of jobs. */
@Configuration(proxyBeanMethods = false)
class TypeConfiguration {

  private static final Logger log = LoggerFactory.getLogger(TypeConfiguration.class);

  @Bean
  Programs programs(TypeSettings settings, ScriptFolders scripts) {
    Programs programs =
        settings
            .path()
            .map(ReadPrograms::from)
            .orElseGet(() -> new Programs(List.of()))
            .with(new ReadScripts(scripts.paths()));
    if (programs.types().isEmpty()) {
      log.warn(
          "There are no kinds of jobs: each job is refused; see HERALD_JOBS_FILE and"
              + " HERALD_SCRIPTS_FOLDERS");
    }
    return programs;
  }

  @Bean
  Installed installed() {
    return new Installed(System.getenv().getOrDefault("PATH", ""));
  }

  @Bean
  TellTypes tellTypes(RedisLink redis, Programs programs) {
    return new TellTypes(redis, programs);
  }
}
