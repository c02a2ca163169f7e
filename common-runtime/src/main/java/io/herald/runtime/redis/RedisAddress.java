package io.herald.runtime.redis;

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
 * redis-cluster://host:port,host:port} for the others, each with {@code user:password@} if needed.
 */
public final class RedisAddress implements EnvironmentPostProcessor, Ordered {

  private static final String NAME = "REDIS_URL";
  private static final String PREFIX = "spring.data.redis.";

  @Override
  public int getOrder() {
    // After the configuration files, which may hold REDIS_URL too.
    return Ordered.LOWEST_PRECEDENCE;
  }

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    String url = environment.getProperty(NAME, "redis://localhost:6379");
    environment.getPropertySources().addLast(new MapPropertySource("redisUrl", settings(url)));
  }

  static Map<String, Object> settings(String url) {
    String scheme = url.contains("://") ? url.substring(0, url.indexOf("://")) : "";
    return switch (scheme) {
      case "redis", "rediss" -> server(url);
      case "redis-sentinel" -> nodes(url, "sentinel.nodes", true);
      case "redis-cluster" -> nodes(url, "cluster.nodes", false);
      default ->
          throw new InvalidSetting(
              NAME, "must start with redis://, rediss://, redis-sentinel:// or redis-cluster://");
    };
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
