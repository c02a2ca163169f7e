package io.herald.runtime.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.model.topic.Topics;
import io.herald.runtime.index.IndexSpec;
import java.util.List;

/**
 * Where jobs lie in Redis. All but the catalogue lies in one slot of a cluster, with what says how
 * far the index is.
 */
public final class JobKeys {

  /** The index of jobs, which the scheduler keeps. */
  public static final IndexSpec INDEX = new IndexSpec("jobs", List.of(Topics.JOB_EVENTS));

  /** The kinds of jobs, a JSON list; it ends by itself when no scheduler renews it. */
  public static final byte[] TYPES = bytes("jobs:types");

  /** How far the index is. */
  public static final byte[] PLACE = bytes(INDEX.key());

  /** Those that wait: a sorted set of ids, by the time at which they were queued first. */
  public static final byte[] QUEUE = bytes("job:{jobs}:queue");

  /** Those that run: a sorted set of ids, by the time at which they were queued first. */
  public static final byte[] RUNNING = bytes("job:{jobs}:running");

  /** What the keys of jobs begin with; each is a hash, its field {@code json} the last event. */
  public static final byte[] JOBS = bytes("job:{jobs}:id:");

  /** What the keys of people begin with; each is a sorted set of the jobs that they wanted. */
  public static final byte[] USERS = bytes("job:{jobs}:user:");

  private JobKeys() {}

  static byte[] user(long user) {
    return bytes("job:{jobs}:user:" + user);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
