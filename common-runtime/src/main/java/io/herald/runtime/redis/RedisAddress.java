package io.herald.runtime.redis;

import io.herald.runtime.config.EnvironmentVariable;
import io.herald.runtime.config.InvalidSetting;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/**
 * Turns {@code REDIS_URL} into Spring's settings: {@code redis://} and {@code rediss://} for one
 * server, {@code redis-sentinel://host:port,host:port/db#master} and {@code
 * redis-cluster://host:port,host:port} for the others ({@code rediss-sentinel} and {@code
 * rediss-cluster} with TLS), each with {@code user:password@} if needed. The login may also come
 * apart, as {@code REDIS_USERNAME} and {@code REDIS_PASSWORD}; {@code REDIS_TLS_CA} is the private
 * authority, in PEM, that signed the servers' certificates.
 */
public final class RedisAddress implements EnvironmentPostProcessor, Ordered {

  private static final String LOCAL = "redis://localhost:6379";

  /**
   * {@code redis://}, {@code rediss://}, {@code redis-sentinel://host:port,host:port/db#master},
   * {@code redis-cluster://host:port,host:port}, with TLS {@code rediss-sentinel://} and {@code
   * rediss-cluster://}; each with {@code user:password@}, percent-encoded.
   */
  @EnvironmentVariable(fallback = LOCAL)
  private static final String NAME = "REDIS_URL";

  /** The login's name apart from the address, not encoded. */
  @EnvironmentVariable private static final String USERNAME = "REDIS_USERNAME";

  /** The login's password apart from the address, not encoded. */
  @EnvironmentVariable private static final String PASSWORD = "REDIS_PASSWORD";

  /** The authority that signed Redis' certificate, PEM; unset: the JDK's public ones. */
  @EnvironmentVariable private static final String AUTHORITY = "REDIS_TLS_CA";

  private static final String PREFIX = "spring.data.redis.";
  private static final String BUNDLE = "herald-redis";

  @Override
  public int getOrder() {
    // After the configuration files, which may hold REDIS_URL too.
    return Ordered.LOWEST_PRECEDENCE;
  }

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    String url =
        RedisLogin.within(
            environment.getProperty(NAME, LOCAL),
            environment.getProperty(USERNAME, ""),
            environment.getProperty(PASSWORD, ""));
    Map<String, Object> settings = new HashMap<>(settings(url));
    settings.putAll(trust(url, environment.getProperty(AUTHORITY, "")));
    environment.getPropertySources().addLast(new MapPropertySource("redisUrl", settings));
  }

  static Map<String, Object> trust(String url, String authority) {
    if (authority.isBlank()) {
      return Map.of();
    }
    if (!url.startsWith("rediss")) {
      throw new InvalidSetting(AUTHORITY, "is of use with a REDIS_URL that begins with rediss");
    }
    return Map.of(
        PREFIX + "ssl.bundle", BUNDLE,
        "spring.ssl.bundle.pem." + BUNDLE + ".truststore.certificate", authority);
  }

  static Map<String, Object> settings(String url) {
    String scheme = url.contains("://") ? url.substring(0, url.indexOf("://")) : "";
    return switch (scheme) {
      case "redis", "rediss" -> server(url);
      case "redis-sentinel" -> nodes(url, "sentinel.nodes", true);
      case "rediss-sentinel" -> encrypted(nodes(url, "sentinel.nodes", true));
      case "redis-cluster" -> nodes(url, "cluster.nodes", false);
      case "rediss-cluster" -> encrypted(nodes(url, "cluster.nodes", false));
      default ->
          throw new InvalidSetting(
              NAME,
              "must start with redis://, rediss://, redis-sentinel://, rediss-sentinel://,"
                  + " redis-cluster:// or rediss-cluster://");
    };
  }

  private static Map<String, Object> encrypted(Map<String, Object> settings) {
    settings.put(PREFIX + "ssl.enabled", "true");
    return settings;
  }

  private static Map<String, Object> server(String url) {
    URI uri = parsed(url);
    if (uri.getHost() == null) {
      throw new InvalidSetting(NAME, "names no host, or a port that is no number");
    }
    return Map.of(PREFIX + "url", uri.toString());
  }

  private static Map<String, Object> nodes(String url, String property, boolean sentinel) {
    URI uri = parsed(url);
    String authority = String.valueOf(uri.getRawAuthority());
    int at = authority.lastIndexOf('@');
    if (authority.length() == at + 1) {
      throw new InvalidSetting(NAME, "names no host");
    }
    Map<String, Object> settings = new HashMap<>();
    settings.put(PREFIX + property, authority.substring(at + 1));
    if (at > 0) {
      String[] login = authority.substring(0, at).split(":", 2);
      if (login.length == 2 && !login[0].isEmpty()) {
        settings.put(PREFIX + "username", decoded(login[0]));
      }
      settings.put(PREFIX + "password", decoded(login[login.length - 1]));
    }
    if (sentinel) {
      if (uri.getFragment() == null) {
        throw new InvalidSetting(
            NAME, "a redis-sentinel:// address ends with #<name of the master>");
      }
      settings.put(PREFIX + "sentinel.master", uri.getFragment());
      if (uri.getPath() != null && uri.getPath().length() > 1) {
        settings.put(PREFIX + "database", uri.getPath().substring(1));
      }
    }
    return settings;
  }

  private static String decoded(String login) {
    return StringUtils.uriDecode(login, StandardCharsets.UTF_8);
  }

  private static URI parsed(String url) {
    try {
      URI uri = new URI(url);
      if (uri.getRawAuthority() == null) {
        throw new InvalidSetting(NAME, "names no host");
      }
      return uri;
    } catch (URISyntaxException e) {
      // The exception's text quotes the whole address, and with it the password.
      throw new InvalidSetting(NAME, "is not a valid address");
    }
  }
}
