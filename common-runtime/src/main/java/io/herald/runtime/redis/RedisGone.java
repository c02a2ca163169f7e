package io.herald.runtime.redis;

import io.lettuce.core.RedisException;

/** Redis does not answer at present; what needs it can't be done. */
public final class RedisGone extends RedisException {

  private static final long serialVersionUID = 1L;

  public RedisGone() {
    super("Redis does not answer");
  }
}
