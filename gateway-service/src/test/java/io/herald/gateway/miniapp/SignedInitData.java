package io.herald.gateway.miniapp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Writes {@code initData} as Telegram does, from its documentation and not from our code. */
final class SignedInitData {

  static final Instant WRITTEN = Instant.ofEpochSecond(1_772_366_400);

  private final Map<String, String> pairs = new TreeMap<>();

  SignedInitData() {
    with("auth_date", String.valueOf(WRITTEN.getEpochSecond()));
    with("query_id", "AAHdF6IQAAAAAN0XohDhrOrc");
    with("user", "{\"id\":42,\"first_name\":\"Ann\",\"is_premium\":true}");
  }

  SignedInitData with(String key, String value) {
    pairs.put(key, value);
    return this;
  }

  /** With Telegram's signature for third parties, too. */
  SignedInitData thirdParty(long bot, PrivateKey key) throws GeneralSecurityException {
    var signer = java.security.Signature.getInstance("Ed25519");
    signer.initSign(key);
    signer.update((bot + ":WebAppData\n" + lines()).getBytes(UTF_8));
    return with("signature", Base64.getUrlEncoder().withoutPadding().encodeToString(signer.sign()));
  }

  String signed(String token) {
    byte[] secret = hmac("WebAppData".getBytes(UTF_8), token);
    return query() + "&hash=" + HexFormat.of().formatHex(hmac(secret, lines()));
  }

  String query() {
    return pairs.entrySet().stream()
        .map(pair -> pair.getKey() + "=" + URLEncoder.encode(pair.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  private String lines() {
    return pairs.entrySet().stream()
        .map(pair -> pair.getKey() + "=" + pair.getValue())
        .collect(Collectors.joining("\n"));
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
