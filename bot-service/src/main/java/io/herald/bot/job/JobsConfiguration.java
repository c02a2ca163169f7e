package io.herald.bot.job;

import io.herald.bot.access.AllowList;
import io.herald.bot.progress.BeginProgress;
import io.herald.bot.progress.ShowJob;
import io.herald.runtime.job.JobTypes;
import io.herald.runtime.job.Jobs;
import io.herald.runtime.kafka.PublishRecord;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the commands about jobs, in the order in which /help lists them. */
@Configuration(proxyBeanMethods = false)
class JobsConfiguration {

  @Bean
  SubmitJob submitJob(BeginProgress progress, PublishRecord publish) {
    return new SubmitJob(progress, publish);
  }

  @Bean
  FindJob findJob(Jobs jobs, AllowList allowList) {
    return new FindJob(jobs, allowList);
  }

  @Bean
  Download download(JobTypes types, AllowList allowList, SubmitJob submit) {
    return new Download(types, allowList, submit);
  }

  @Bean
  Scripts scripts(JobTypes types, AllowList allowList) {
    return new Scripts(types, allowList);
  }

  @Bean
  Run run(JobTypes types, AllowList allowList, SubmitJob submit) {
    return new Run(types, allowList, submit);
  }

  @Bean
  RunButton runButton(JobTypes types, AllowList allowList, SubmitJob submit) {
    return new RunButton(types, allowList, submit);
  }

  @Bean
  ListJobs listJobs(FindJob jobs) {
    return new ListJobs(jobs);
  }

  @Bean
  Status status(FindJob jobs, ShowJob show) {
    return new Status(jobs, show);
  }

  @Bean
  Cancel cancel(FindJob jobs, SubmitJob submit) {
    return new Cancel(jobs, submit);
  }

  @Bean
  CancelButton cancelButton(FindJob jobs, SubmitJob submit) {
    return new CancelButton(jobs, submit);
  }
}
