package io.herald.bot.progress;

/** Whether a chat may be told of a job's progress. */
enum Turn {
  /** It may, and nobody else for a while. */
  NOW,
  /** It was told something a moment ago. */
  LATER,
  /** The job's end was told. */
  NEVER
}
