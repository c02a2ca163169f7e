package io.herald.runtime.access;

import java.util.Arrays;
import java.util.Optional;

/** What a caller may do. The words are part of the outside contract. */
public enum Scope {
  /** Send notifications. */
  NOTIFY_SEND("notify.send"),
  /** See what became of notifications. */
  NOTIFY_READ("notify.read"),
  /** Link accounts and change their preferences. */
  ACCOUNT("account"),
  /** Operate Herald: dead letters and the like. */
  ADMIN("admin");

  private final String word;

  Scope(String word) {
    this.word = word;
  }

  /** The word for settings and answers. */
  public String word() {
    return word;
  }

  /** The scope of that word, if there is one. */
  public static Optional<Scope> of(String word) {
    return Arrays.stream(values()).filter(scope -> scope.word.equals(word)).findFirst();
  }
}
