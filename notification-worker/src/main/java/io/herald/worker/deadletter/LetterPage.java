package io.herald.worker.deadletter;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a list shows.
 *
 * @param letters newest first
 * @param examined how many records were read for it
 * @param next where there may be older ones: ask again with {@code before} set to this; absent:
 *     these are all
 */
record LetterPage(
    @JsonInclude(JsonInclude.Include.ALWAYS) List<Letter> letters,
    int examined,
    @Nullable Instant next) {}
