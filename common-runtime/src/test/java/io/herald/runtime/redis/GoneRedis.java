package io.herald.runtime.redis;

import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** A Redis that does not answer, from the beginning on. */
public final class GoneRedis {

  private GoneRedis() {}

  /** A link to it: nobody looks whether it is back. */
  public static RedisLink link() {
    return new RedisLink(new LettuceConnectionFactory());
  }
}
