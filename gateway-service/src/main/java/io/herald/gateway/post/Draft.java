package io.herald.gateway.post;

import io.herald.model.schedule.At;
import io.herald.model.schedule.Post;
import io.herald.model.schedule.PublishPost;
import io.herald.model.schedule.Schedule;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A post that somebody wants published.
 *
 * @param post what and where
 * @param title what people call it; empty: nothing
 * @param at when; null: now
 * @param owner who is told what came of it, by the id that the identity provider gives; null: not
 *     said
 */
record Draft(Post post, String title, @Nullable Instant at, @Nullable String owner) {

  /** Whether that is what it became. */
  boolean isAs(Schedule schedule) {
    return schedule.payload().equals(new PublishPost(post))
        && schedule.title().equals(title)
        && (at == null || schedule.timing().equals(new At(at)));
  }
}
