package io.herald.worker.recipient;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of a notification's recipients, as many as one step takes.
 *
 * @param addressees what became of each
 * @param next the user after whom the next slice begins; null: this was the last
 */
public record Slice(List<Addressee> addressees, @Nullable String next) {

  public Slice {
    addressees = List.copyOf(addressees);
  }
}
