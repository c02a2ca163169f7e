package io.herald.bot.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.bot.RunningBot;
import io.herald.runtime.redis.NoRedis;
import io.herald.runtime.redis.RedisLink;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class TurnsTest extends RunningBot {

  @Autowired private RedisLink redis;

  @Test
  void aChatHasOneTurnOverAllReplicas() {
    String place = "main:" + chat;

    assertThat(new Turns(redis).take(place, "a").block()).isEqualTo(Turn.NOW);
    assertThat(new Turns(redis).take(place, "b").block()).isEqualTo(Turn.LATER);
    assertThat(new Turns(redis).take(place + "0", "c").block()).isEqualTo(Turn.NOW);
  }

  @Test
  void nothingIsToldAfterTheEnd() {
    String place = "main:" + chat;

    new Turns(redis).end(place, "a").block();
    assertThat(new Turns(redis).take(place, "a").block()).isEqualTo(Turn.NEVER);
    assertThat(new Turns(redis).take(place, "b").block()).isEqualTo(Turn.LATER);
  }

  @Test
  void withoutRedisAReplicaCountsForItself() {
    Turns turns = new Turns(NoRedis.link());

    assertThat(turns.take("main:1", "a").block()).isEqualTo(Turn.NOW);
    assertThat(turns.take("main:1", "a").block()).isEqualTo(Turn.LATER);
    turns.end("main:2", "b").block();
    assertThat(turns.take("main:2", "b").block()).isEqualTo(Turn.NEVER);
    assertThat(turns.take("main:2", "c").block()).isEqualTo(Turn.LATER);
  }
}
