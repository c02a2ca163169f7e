package io.herald.runtime.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.com",
        "http://example.com:8080/a%20b?c=d#e",
        "HTTPS://EXAMPLE.com./a",
        "https://my-shop.example.co.uk/ä.png",
        "https://8.8.8.8/x",
        "https://172.32.0.1/x",
        "https://[2606:4700::1111]/x",
        "https://localhost.example.com/x",
        "https://internal.example.com/x",
        "https://10.example.com/x",
        "https://xn--bcher-kva.example/x"
      })
  void acceptsPublicAddresses(String url) {
    assertThat(PublicAddress.problemOfMedia(url)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost/x",
        "http://LOCALHOST./x",
        "http://api.localhost/x",
        "http://printer.local/x",
        "http://metadata.google.internal/computeMetadata",
        "http://db/x",
        "http://127.0.0.1/x",
        "http://127.1/x",
        "http://2130706433/x",
        "http://0x7f000001/x",
        "http://0x7f.0.0.1/x",
        "http://0177.0.0.1/x",
        "http://127.0.0.1./x",
        "http://0.0.0.0/x",
        "http://10.1.2.3/x",
        "http://100.64.0.1/x",
        "http://169.254.169.254/latest/meta-data",
        "http://172.31.255.255/x",
        "http://192.168.0.1/x",
        "http://198.18.0.1/x",
        "http://224.0.0.1/x",
        "http://255.255.255.255/x",
        "http://[::]/x",
        "http://[::1]/x",
        "http://[::ffff:127.0.0.1]/x",
        "http://[::ffff:7f00:1]/x",
        "http://[::127.0.0.1]/x",
        "http://[64:ff9b::7f00:1]/x",
        "http://[2002:7f00:1::]/x",
        "http://[2001:0:1::]/x",
        "http://[fe80::1]/x",
        "http://[fe80::1%25eth0]/x",
        "http://[fc00::1]/x",
        "http://[fd12:3456::1]/x",
        "http://[ff02::1]/x",
        "http://user@example.com/x",
        "http://user:pass@example.com/x",
        "http://@127.0.0.1/x",
        "http://example.com@127.0.0.1/x",
        "http://example.com\\@127.0.0.1/x",
        "http://example.com:80:80/x",
        "http://example.com:0/x",
        "http://example.com:65536/x",
        "http://exa mple.com/x",
        "http://exam\nple.com/x",
        "http:///x",
        "http://",
        "http:example.com",
        "http://bücher.example/x",
        "http://127。0。0。1/x"
      })
  void refusesWhatIsNotPublic(String url) {
    assertThat(PublicAddress.problemOfMedia(url)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.com/orders/4711",
        "http://grafana.internal/d/1",
        "http://192.168.0.10:3000/",
        "tg://user?id=42"
      })
  void buttonsMayLeadIntoPrivateNetworks(String url) {
    assertThat(PublicAddress.problemOfButton(url)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost/x",
        "http://user:pass@example.com/",
        "https://a b",
        "tg://a b",
        "http://"
      })
  void buttonsNeedAnAddressThatTelegramTakes(String url) {
    assertThat(PublicAddress.problemOfButton(url)).isPresent();
  }
}
