package io.herald.runtime.redis;

import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** A Redis that is gone for as long as a test lasts. */
public final class NoRedis {

  private NoRedis() {}

  /** A link that never looks, and so never hands out commands. */
  public static RedisLink link() {
    return new RedisLink(new LettuceConnectionFactory());
  }
}
