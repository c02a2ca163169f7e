package io.herald.worker.compose;

import io.herald.model.message.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a notification says, or why it says nothing. */
public sealed interface Composed {

  /**
   * The contents of its messages, in order; the same for every recipient.
   *
   * @param contents at least one
   * @param flaw what had to be given up so that it can be sent; null: nothing
   */
  record Ready(List<Content> contents, @Nullable Flaw flaw) implements Composed {
    public Ready {
      contents = List.copyOf(contents);
    }
  }

  /**
   * Nothing can be sent.
   *
   * @param errorClass one word of the field: {@code unknown_template}, {@code empty_message}
   * @param error the same for people
   */
  record Nothing(String errorClass, String error) implements Composed {}

  /**
   * Markup that can't be read; the text goes out as it was written.
   *
   * @param markup the markup, for figures
   * @param error where it is wrong, without a word of it
   */
  record Flaw(String markup, String error) {}
}
