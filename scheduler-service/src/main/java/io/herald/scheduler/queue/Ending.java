package io.herald.scheduler.queue;

import io.herald.model.job.JobEvent;

/** What has to be done to end a job. */
public sealed interface Ending {

  /**
   * It waited; it is not begun any more, and can be told as cancelled.
   *
   * @param last its last event
   */
  record Waited(JobEvent last) implements Ending {}

  /**
   * It runs; who runs it has to be told.
   *
   * @param last its last event
   */
  record Runs(JobEvent last) implements Ending {}

  /** Nothing: it ended, or is being ended. */
  record Over() implements Ending {}

  /** Nothing: there is no such job. */
  record NoJob() implements Ending {}
}
