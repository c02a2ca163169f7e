package io.herald.gateway.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.model.json.MalformedRecord;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** Whatever comes in: a head or {@link MalformedRecord}, never anything else and never a hang. */
class ReadUpdateHeadFuzzTest {

  private static final String[] TOKENS = {
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    "\"",
    "\\",
    "\"update_id\"",
    "\"message\"",
    "\"chat\"",
    "\"id\"",
    "\"from\"",
    "\"callback_query\"",
    "1",
    "-",
    "0",
    "1e9",
    "1.5",
    "99999999999999999999",
    "true",
    "null",
    " ",
    "\u0000",
    "\u00ff",
    "\\ud800",
    "x"
  };

  @Property(tries = 2000)
  void survivesRandomBytes(@ForAll @Size(max = 200) byte[] body) {
    headOrMalformed(body);
  }

  @Property(tries = 2000)
  void survivesRandomTokens(@ForAll("tokens") String body) {
    headOrMalformed(body.getBytes(ISO_8859_1));
  }

  @Property(tries = 3000)
  void survivesMutatedUpdates(@ForAll("mutated") byte[] body) {
    headOrMalformed(body);
  }

  @Provide
  Arbitrary<String> tokens() {
    return Arbitraries.of(TOKENS).list().ofMaxSize(40).map(tokens -> String.join("", tokens));
  }

  @Provide
  Arbitrary<byte[]> mutated() {
    Arbitrary<byte[]> update =
        Arbitraries.of(TelegramUpdates.ALL).map(text -> text.getBytes(UTF_8));
    Arbitrary<Integer> place = Arbitraries.integers().between(0, 1 << 20);
    return Combinators.combine(
            update, place, Arbitraries.bytes(), Arbitraries.integers().between(0, 3))
        .as(ReadUpdateHeadFuzzTest::mutate);
  }

  private static byte[] mutate(byte[] update, int place, byte value, int how) {
    int at = place % update.length;
    return switch (how) {
      case 0 -> Arrays.copyOf(update, at);
      case 1 -> replaced(update, at, value);
      case 2 -> spliced(update, at, 0, new byte[] {value});
      default -> spliced(update, at, Math.min(update.length - at, value & 0x1f), new byte[0]);
    };
  }

  private static byte[] replaced(byte[] update, int at, byte value) {
    byte[] result = update.clone();
    result[at] = value;
    return result;
  }

  private static byte[] spliced(byte[] update, int at, int removed, byte[] added) {
    byte[] result = Arrays.copyOf(update, update.length - removed + added.length);
    System.arraycopy(added, 0, result, at, added.length);
    System.arraycopy(update, at + removed, result, at + added.length, update.length - at - removed);
    return result;
  }

  private static void headOrMalformed(byte[] body) {
    try {
      UpdateHead head = ReadUpdateHead.read(body);
      // The key goes into Kafka and logs: digits alone.
      if (!head.key().matches("-?[0-9]*")) {
        throw new AssertionError("key " + head.key());
      }
    } catch (MalformedRecord expected) {
      // As promised.
    }
  }
}
