package io.herald.runtime.index;

import java.util.List;

/**
 * An index over topics.
 *
 * @param name for its keys in Redis, its metrics and logs: {@code accounts}
 * @param topics what it is made of
 */
public record IndexSpec(String name, List<String> topics) {

  /**
   * Field of the hash {@link #key()} that is there since the index has once held everything that
   * lay on its topics when it was begun. Before, what is not found may still exist.
   */
  public static final String COMPLETE = "complete";

  public IndexSpec {
    topics = List.copyOf(topics);
  }

  /**
   * The hash in Redis that says how far the index is. Keys of the index that have {@code {name}} in
   * their names lie in the same slot of a cluster.
   */
  public String key() {
    return "index:{" + name + "}";
  }
}
