package io.herald.runtime.config;

import java.net.InetAddress;
import java.util.regex.Pattern;

/**
 * A range of IP addresses in CIDR notation, or a single address.
 *
 * @param network the range's first address
 * @param prefix number of leading bits that belong to the network
 */
public record AddressRange(InetAddress network, int prefix) {

  // Literals only: a host name would be looked up, and change its meaning.
  private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

  /**
   * Reads a range.
   *
   * @throws IllegalArgumentException when it is not written as {@code 10.0.0.0/8} or {@code ::1}
   */
  public static AddressRange valueOf(String text) {
    String[] parts = text.strip().split("/", 2);
    InetAddress network = address(parts[0]);
    int bits = network.getAddress().length * 8;
    int prefix = parts.length == 1 ? bits : Integer.parseInt(parts[1]);
    if (prefix < 0 || prefix > bits) {
      throw new IllegalArgumentException("not an address range such as 10.0.0.0/8");
    }
    return new AddressRange(network, prefix);
  }

  /**
   * Reads an address literal without any look-up.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static InetAddress address(String literal) {
    if (!LITERAL.matcher(literal).matches()) {
      throw new IllegalArgumentException("not an IP address");
    }
    return InetAddress.ofLiteral(literal);
  }

  /** Whether the address lies within the range. */
  public boolean contains(InetAddress address) {
    byte[] own = network.getAddress();
    byte[] other = address.getAddress();
    if (own.length != other.length) {
      return false;
    }
    for (int bit = 0; bit < prefix; bit += 8) {
      int mask = prefix - bit >= 8 ? 0xff : 0xff << (8 - (prefix - bit)) & 0xff;
      if ((own[bit / 8] & mask) != (other[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }
}
