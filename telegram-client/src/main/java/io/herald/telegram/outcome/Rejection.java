package io.herald.telegram.outcome;

/** Why a call was rejected, as far as it decides what to do instead. */
public enum Rejection {
  /** The formatting is wrong: plain text would pass. */
  MARKUP("markup"),
  /** The text or caption is too long: parts would pass. */
  TOO_LONG("too-long"),
  /** The buttons are wrong: the message without them would pass. */
  KEYBOARD("keyboard"),
  /** The picture's size or shape is wrong: a document would pass. */
  PHOTO_DIMENSIONS("photo-dimensions"),
  /** The picture or file can't be fetched, read or sent there: the text alone would pass. */
  MEDIA_REFUSED("media-refused"),
  /** The stored file is no longer there, so nothing was called: the text alone would pass. */
  FILE_GONE("blob_gone"),
  /** The topic of the group is gone or closed: the same message without it would pass. */
  THREAD_GONE("thread-gone"),
  /**
   * The message to edit is gone, is not editable any more or is of another kind: a new one would
   * pass.
   */
  EDIT_TARGET_GONE("edit-target-gone"),
  /** The button was pressed too long ago to be answered: nothing is left to do. */
  QUERY_EXPIRED("query-expired"),
  /** The bot lacks the right to do this in that chat: someone there must grant it. */
  NOT_ALLOWED("not-allowed"),
  /** Nothing else would pass. */
  OTHER("rejected");

  private final String word;

  Rejection(String word) {
    this.word = word;
  }

  /** Its stable name in metrics and deliveries. */
  public String word() {
    return word;
  }
}
