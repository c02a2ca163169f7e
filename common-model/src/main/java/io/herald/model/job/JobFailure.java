package io.herald.model.job;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why a job could not be done, or was ended.
 *
 * @param reason one word of the field: {@code unknown-type}, {@code bad-argument}, {@code
 *     queue-full}, {@code not-installed}, {@code exit}, {@code timeout}, {@code bad-result}, {@code
 *     crashed} or {@code cancelled}
 * @param error the same in plain words, fit for the person who wanted it
 * @param output the last lines that its program wrote to stderr; absent: none
 */
public record JobFailure(String reason, String error, @Nullable String output) {

  public JobFailure {
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(error, "error");
  }
}
