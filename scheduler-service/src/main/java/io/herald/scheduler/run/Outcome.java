package io.herald.scheduler.run;

import io.herald.model.job.JobFailure;
import io.herald.model.job.JobResult;
import io.herald.scheduler.script.Answer;

/** What came of one attempt. */
sealed interface Outcome {

  /**
   * It is done.
   *
   * @param result what came of it
   */
  record Done(JobResult result) implements Outcome {}

  /**
   * It is done: a script that has something to say, or not.
   *
   * @param answer what it says
   */
  record Said(Answer answer) implements Outcome {}

  /**
   * It could not be done.
   *
   * @param failure why
   */
  record Failed(JobFailure failure) implements Outcome {}

  /** It was ended because somebody wanted it. */
  record Cancelled() implements Outcome {}

  /** It was ended because this service ends. */
  record Interrupted() implements Outcome {}

  /** It is another executor's by now, who tells of it. */
  record Lost() implements Outcome {}
}
