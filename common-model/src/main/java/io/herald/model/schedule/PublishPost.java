package io.herald.model.schedule;

import java.util.Objects;

/**
 * A post is published.
 *
 * @param post what and where
 */
public record PublishPost(Post post) implements Payload {

  public PublishPost {
    Objects.requireNonNull(post, "post");
  }

  @Override
  public String kind() {
    return "post";
  }
}
