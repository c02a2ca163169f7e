package io.herald.runtime.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herald.backends.BesideOthers;
import io.herald.runtime.RunningRuntime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;

@BesideOthers
class BlobsTest {

  private static final Duration SOON = Duration.ofMinutes(1);

  private final Blobs blobs = RunningRuntime.shared().part(Blobs.class);

  @ParameterizedTest
  @ValueSource(ints = {1, Blobs.PIECE_BYTES - 1, Blobs.PIECE_BYTES, Blobs.PIECE_BYTES + 1})
  void bringsBackWhatWasStored(int size) {
    Blob blob = new Blob(bytes(size), "image/png", "Fahrplan für Jürgen 🚆.png");

    assertSame(blobs.fetch(store(blob)).block(SOON), blob);
  }

  @Test
  void bringsBackTheLargestWithoutAName() {
    Blob blob = new Blob(bytes(Blobs.MOST_BYTES), "application/pdf", null);

    assertSame(blobs.fetch(store(blob)).block(SOON), blob);
  }

  @Test
  void tellsFilesApartThatAreStoredAtTheSameTime() {
    List<Blob> many =
        IntStream.range(0, 24)
            .mapToObj(i -> new Blob(bytes(4 * Blobs.PIECE_BYTES + i), "image/png", "n" + i))
            .toList();

    List<String> ids =
        Flux.fromIterable(many).flatMapSequential(blobs::store, 24).collectList().block(SOON);

    assertThat(ids).doesNotHaveDuplicates();
    assertThat(ids.stream().map(id -> BlobId.parse(id).orElseThrow()))
        .as("some lie between the pieces of others, or this shows nothing")
        .anyMatch(id -> id.span() > 4);
    List<Blob> found =
        Flux.fromIterable(ids).flatMapSequential(blobs::fetch).collectList().block(SOON);
    assertThat(found).hasSameSizeAs(many);
    IntStream.range(0, many.size()).forEach(i -> assertSame(found.get(i), many.get(i)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "x", "../../etc/passwd", "AAAA", "AQ==", "ä", "%2e"})
  void hasNothingOfWhatIsNoId(String text) {
    assertThat(blobs.fetch(text).blockOptional(SOON)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("altered")
  void hasNothingOfAnIdThatWasNeverGiven(BlobId id) {
    assertThat(blobs.fetch(id.toString()).blockOptional(SOON)).isEmpty();
  }

  private static Stream<BlobId> altered() {
    BlobId id = BlobId.parse(store(new Blob(bytes(1000), "image/png", null))).orElseThrow();
    byte[] other = BlobId.newKey();
    byte[] hash = BlobId.hash(other);
    return Stream.of(
        new BlobId(999, id.first(), id.span(), id.size(), id.key(), id.hash()),
        new BlobId(id.partition(), id.first() + 1, 0, id.size(), id.key(), id.hash()),
        new BlobId(id.partition(), Long.MAX_VALUE - 9, 0, id.size(), id.key(), id.hash()),
        new BlobId(id.partition(), id.first(), id.span(), 999, id.key(), id.hash()),
        new BlobId(id.partition(), id.first(), id.span(), 1001, id.key(), id.hash()),
        new BlobId(id.partition(), id.first(), 1_000_000, id.size(), other, id.hash()),
        new BlobId(id.partition(), id.first(), id.span(), id.size(), id.key(), hash),
        new BlobId(id.partition(), id.first(), id.span(), -1, id.key(), id.hash()));
  }

  @Test
  void refusesWhatIsTooLargeOrEmpty() {
    assertThatThrownBy(() -> store(new Blob(new byte[Blobs.MOST_BYTES + 1], "image/png", null)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> store(new Blob(new byte[0], "image/png", null)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void givesIdsThatFitIntoAnAddress() {
    assertThat(store(new Blob(bytes(1), "image/png", null))).matches("[A-Za-z0-9_-]{1,100}");
  }

  @Test
  void failsWhenKafkaIsGone() {
    var nowhere = new ReadBlob(Map.of("bootstrap.servers", "127.0.0.1:1"), Duration.ofMillis(500));
    var id = new BlobId(0, 0, 0, 1, BlobId.newKey(), BlobId.hash(new byte[1]));

    assertThatThrownBy(() -> nowhere.read(id)).isInstanceOf(TimeoutException.class);
  }

  private static String store(Blob blob) {
    return RunningRuntime.shared().part(Blobs.class).store(blob).block(SOON);
  }

  private static void assertSame(Blob found, Blob stored) {
    assertThat(found.bytes()).isEqualTo(stored.bytes());
    assertThat(found.type()).isEqualTo(stored.type());
    assertThat(found.name()).isEqualTo(stored.name());
  }

  private static byte[] bytes(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }
}
