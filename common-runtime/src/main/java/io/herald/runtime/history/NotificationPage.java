package io.herald.runtime.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param notifications newest first, without their messages; may be fewer than asked for although
 *     there are more
 * @param next where the next page begins; absent: this is the last
 * @param complete false while the index is being rebuilt, so that some may be missing
 */
public record NotificationPage(
    @JsonInclude(JsonInclude.Include.ALWAYS) List<NotificationView> notifications,
    @Nullable String next,
    boolean complete) {}
