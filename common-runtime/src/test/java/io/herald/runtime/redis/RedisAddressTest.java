package io.herald.runtime.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.herald.runtime.config.GivenEnvironment;
import io.herald.runtime.config.InvalidSetting;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.data.redis.autoconfigure.DataRedisProperties;

class RedisAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "redis://localhost:6379",
        "redis://cache",
        "rediss://user:p%40ss@cache.example.org:6380/2"
      })
  void leavesTheAddressOfOneServerToSpring(String url) {
    assertThat(RedisAddress.settings(url)).isEqualTo(Map.of("spring.data.redis.url", url));
  }

  @Test
  void readsSentinels() {
    assertThat(RedisAddress.settings("redis-sentinel://:pass@one:26379,two:26380/3#mymaster"))
        .isEqualTo(
            Map.of(
                "spring.data.redis.sentinel.nodes", "one:26379,two:26380",
                "spring.data.redis.sentinel.master", "mymaster",
                "spring.data.redis.password", "pass",
                "spring.data.redis.database", "3"));
  }

  @Test
  void readsClusters() {
    assertThat(RedisAddress.settings("redis-cluster://user:pa:ss@one:7000,two:7001,three:7002"))
        .isEqualTo(
            Map.of(
                "spring.data.redis.cluster.nodes", "one:7000,two:7001,three:7002",
                "spring.data.redis.username", "user",
                "spring.data.redis.password", "pa:ss"));
  }

  @Test
  void decodesThePasswordOfEveryScheme() {
    assertThat(RedisAddress.settings("redis-cluster://us%2Fer:p%40s+s@one:7000"))
        .containsEntry("spring.data.redis.username", "us/er")
        .containsEntry("spring.data.redis.password", "p@s+s");
  }

  @Test
  void takesALoneWordForThePassword() {
    assertThat(RedisAddress.settings("redis-cluster://pass@one:7000"))
        .containsEntry("spring.data.redis.password", "pass")
        .doesNotContainKey("spring.data.redis.username");
  }

  @Test
  void demandsTheMastersName() {
    assertThatExceptionOfType(InvalidSetting.class)
        .isThrownBy(() -> RedisAddress.settings("redis-sentinel://:hidden@one:26379"))
        .withMessageStartingWith("REDIS_URL: ")
        .withMessageContaining("master")
        .withMessageNotContaining("hidden");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hidden",
        "localhost:6379",
        "http://u:hidden@localhost",
        "redis://",
        "redis:///hidden",
        "redis://u:hid den@localhost",
        "redis://u:hidden%zz@localhost",
        "redis://u:hidden@",
        "redis://u:hidden@:6379",
        "redis://u:hidden@localhost:port",
        "redis-cluster://u:hidden@",
        "redis-sentinel://u:hidden@#m"
      })
  void refusesWhatIsNoAddressWithoutTellingIt(String url) {
    assertThatExceptionOfType(InvalidSetting.class)
        .isThrownBy(() -> RedisAddress.settings(url))
        .withMessageStartingWith("REDIS_URL: ")
        .withMessageNotContaining("hid")
        .withNoCause();
  }

  @Test
  void encryptsWhereTheSchemeSaysSo() {
    assertThat(RedisAddress.settings("rediss-cluster://one:7000"))
        .containsEntry("spring.data.redis.cluster.nodes", "one:7000")
        .containsEntry("spring.data.redis.ssl.enabled", "true");
    assertThat(RedisAddress.settings("rediss-sentinel://one:26379#m"))
        .containsEntry("spring.data.redis.ssl.enabled", "true");
  }

  @ParameterizedTest
  @CsvSource({
    "redis://cache:6379, '', p@ss:w, redis://:p%40ss%3Aw@cache:6379",
    "rediss://cache/2, user, pass, rediss://user:pass@cache/2",
    "redis-sentinel://a:1#m, user, pass, redis-sentinel://user:pass@a:1#m",
    "redis://:own@cache, '', '', redis://:own@cache"
  })
  void takesALoginThatComesApart(String url, String username, String password, String address) {
    assertThat(RedisLogin.within(url, username, password)).isEqualTo(address);
  }

  @Test
  void refusesTwoLoginsAndHalfALogin() {
    assertThatExceptionOfType(InvalidSetting.class)
        .isThrownBy(() -> RedisLogin.within("redis://:hidden@cache", "", "other"))
        .withMessageStartingWith("REDIS_PASSWORD: ")
        .withMessageNotContaining("hidden");
    assertThatExceptionOfType(InvalidSetting.class)
        .isThrownBy(() -> RedisLogin.within("redis://cache", "user", ""))
        .withMessageStartingWith("REDIS_PASSWORD: ");
  }

  @Test
  void trustsAPrivateAuthority() {
    var environment =
        new GivenEnvironment(
            Map.of("REDIS_URL", "rediss://cache", "REDIS_PASSWORD", "s", "REDIS_TLS_CA", "pem"));
    new RedisAddress().postProcessEnvironment(environment, new SpringApplication());
    var redis =
        Binder.get(environment).bindOrCreate("spring.data.redis", DataRedisProperties.class);

    assertThat(redis.getUrl()).isEqualTo("rediss://:s@cache");
    assertThat(redis.getSsl().isEnabled()).isTrue();
    assertThat(
            environment.getProperty(
                "spring.ssl.bundle.pem." + redis.getSsl().getBundle() + ".truststore.certificate"))
        .isEqualTo("pem");
  }

  @Test
  void anAuthorityIsOfNoUseWithoutTls() {
    assertThatExceptionOfType(InvalidSetting.class)
        .isThrownBy(() -> RedisAddress.trust("redis://cache", "pem"))
        .withMessageStartingWith("REDIS_TLS_CA: ");
  }

  @Test
  void standsInForTheVariableThatIsNotSet() {
    var environment = new GivenEnvironment(Map.of());
    new RedisAddress().postProcessEnvironment(environment, new SpringApplication());

    assertThat(environment.getProperty("spring.data.redis.url"))
        .isEqualTo("redis://localhost:6379");
  }
}
