package io.herald.scheduler.script;

/** What a script printed can't be used; the message says why, for people. */
public final class BadAnswer extends Exception {

  private static final long serialVersionUID = 1L;

  BadAnswer(String problem) {
    super(problem);
  }
}
