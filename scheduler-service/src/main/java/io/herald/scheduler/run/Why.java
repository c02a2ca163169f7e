package io.herald.scheduler.run;

/** Why a program does not run any more. */
enum Why {
  /** It ended by itself. */
  EXITED,
  /** It took too long. */
  TIMEOUT,
  /** It printed too much. */
  FLOOD,
  /** Somebody wants it to end. */
  CANCEL,
  /** This service ends. */
  SHUTDOWN,
  /** The job is another executor's by now. */
  LOST
}
