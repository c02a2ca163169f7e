package io.herald.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {

  @ParameterizedTest
  @CsvSource({
    "149.154.160.0/20, 149.154.160.0",
    "149.154.160.0/20, 149.154.175.255",
    "91.108.4.0/22,    91.108.7.255",
    "10.1.2.3/8,       10.255.255.255",
    "192.0.2.7,        192.0.2.7",
    "192.0.2.6/31,     192.0.2.7",
    "0.0.0.0/0,        203.0.113.9",
    "2001:db8::/32,    2001:db8:ffff::1",
    "2001:db8::/33,    2001:db8:7fff::1",
    "::1,              0:0:0:0:0:0:0:1",
    "::/0,             2001:db8::1",
    "10.0.0.0/8,       ::ffff:10.1.2.3"
  })
  void holdsItsAddresses(String range, String address) {
    assertThat(AddressRange.valueOf(range).contains(at(address))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "149.154.160.0/20, 149.154.159.255",
    "149.154.160.0/20, 149.154.176.0",
    "91.108.4.0/22,    91.108.8.0",
    "192.0.2.7,        192.0.2.6",
    "192.0.2.6/31,     192.0.2.8",
    "2001:db8::/32,    2001:db9::1",
    "2001:db8::/33,    2001:db8:8000::1",
    "0.0.0.0/0,        ::1",
    "::/0,             10.0.0.1"
  })
  void holdsNoOthers(String range, String address) {
    assertThat(AddressRange.valueOf(range).contains(at(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/8",
        "localhost",
        "example.org",
        "bad",
        "10.0.0.0/33",
        "10.0.0.0/-1",
        "10.0.0.0/",
        "10.0.0.0/x",
        "10.0.0.0/8/8",
        "::1/129",
        "256.1.1.1",
        "1.2.3.4.5",
        "1:2",
        ":::",
        "10.0.0.1:80",
        "[::1]",
        "fe80::1%eth0",
        "10.0.0.0 /8"
      })
  void refusesWhatIsNoRange(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> AddressRange.valueOf(text));
  }

  private static InetAddress at(String literal) {
    return InetAddress.ofLiteral(literal);
  }
}
