package io.herald.bot.progress;

import io.herald.model.job.JobEvent;
import io.herald.model.job.JobOwner;
import io.herald.runtime.trace.Trace;
import org.jspecify.annotations.Nullable;

/**
 * Something to be told of a job.
 *
 * @param owner who is told, and where
 * @param trace that it belongs to; null: none
 */
record News(JobEvent event, JobOwner owner, @Nullable Trace trace) {

  String job() {
    return event.id();
  }

  /** The chat, as one of its bot's. */
  String chat() {
    return owner.bot() + ':' + owner.chat();
  }
}
