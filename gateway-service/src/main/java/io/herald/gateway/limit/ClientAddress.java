package io.herald.gateway.limit;

import io.herald.runtime.config.AddressRange;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * Finds out which address a request really came from. {@code X-Forwarded-For} can be written by
 * anybody, so it is read from its end, and only as far as trusted proxies wrote it.
 */
public final class ClientAddress {

  private static final String FORWARDED_FOR = "X-Forwarded-For";

  private final List<AddressRange> trustedProxies;

  /**
   * Finds it behind those proxies.
   *
   * @param trustedProxies whose {@code X-Forwarded-For} is believed
   */
  public ClientAddress(List<AddressRange> trustedProxies) {
    this.trustedProxies = trustedProxies;
  }

  /** The address of the client, or of the last hop that is not trusted. */
  public InetAddress of(ServerHttpRequest request) {
    InetSocketAddress remote = request.getRemoteAddress();
    InetAddress client = remote == null ? InetAddress.getLoopbackAddress() : remote.getAddress();
    if (!trusted(client)) {
      return client;
    }
    String[] hops =
        String.join(",", request.getHeaders().getValuesAsList(FORWARDED_FOR)).split(",");
    for (int i = hops.length - 1; i >= 0 && trusted(client); i--) {
      try {
        client = AddressRange.address(hops[i].strip());
      } catch (IllegalArgumentException e) {
        return client;
      }
    }
    return client;
  }

  private boolean trusted(InetAddress address) {
    for (AddressRange range : trustedProxies) {
      if (range.contains(address)) {
        return true;
      }
    }
    return false;
  }
}
