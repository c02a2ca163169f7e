package io.herald.telegram.outcome;

/** Why a call was rejected, as far as it decides what to do instead. */
public enum Rejection {
  /** The formatting is wrong: plain text would pass. */
  MARKUP,
  /** The text or caption is too long: parts would pass. */
  TOO_LONG,
  /** The picture's size or shape is wrong: a document would pass. */
  PHOTO_DIMENSIONS,
  /** The topic of the group is gone: the same message without it would pass. */
  THREAD_GONE,
  /** The message to edit is gone: a new one would pass. */
  EDIT_TARGET_GONE,
  /** The button was pressed too long ago to be answered: nothing is left to do. */
  QUERY_EXPIRED,
  /** Nothing else would pass. */
  OTHER
}
