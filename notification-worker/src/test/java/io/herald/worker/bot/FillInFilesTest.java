package io.herald.worker.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.model.message.Content;
import io.herald.model.message.DocumentContent;
import io.herald.model.message.Media;
import io.herald.model.message.PhotoContent;
import io.herald.model.message.SendOptions;
import io.herald.model.message.TextContent;
import io.herald.runtime.blob.Blob;
import io.herald.telegram.delivery.TelegramCall;
import io.herald.telegram.outcome.Outcome;
import io.herald.telegram.outcome.Rejection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class FillInFilesTest {

  private static final Outcome SENT = new Outcome.Delivered(7L);
  private static final byte[] FILE = {1, 2, 3};

  private final Map<String, Blob> stored = new HashMap<>();
  private final List<TelegramCall> calls = new ArrayList<>();
  private final FillInFiles fillIn =
      new FillInFiles(
          call -> Mono.fromRunnable(() -> calls.add(call)).thenReturn(SENT),
          id -> id.equals("away") ? Mono.error(new IllegalStateException()) : found(id),
          new Room(100));

  @Test
  void sendsTheBytes() {
    stored.put("a", new Blob(FILE, "image/png", "stored.png"));

    deliver(new PhotoContent(Media.blob("a", null), "Hello", List.of(), List.of()), null);
    deliver(new DocumentContent(Media.blob("a", "own.png"), "Hi", List.of(), List.of()), null);

    assertThat(calls)
        .extracting(TelegramCall::content)
        .containsExactly(
            new PhotoContent(Media.bytes(FILE, "stored.png"), "Hello", List.of(), List.of()),
            new DocumentContent(Media.bytes(FILE, "own.png"), "Hi", List.of(), List.of()));
  }

  @Test
  void asksForNoFileThatIsNotSent() {
    var photo = new PhotoContent(Media.blob("away", null), "Hello", List.of(), List.of());

    assertThat(deliver(TextContent.plain("x"), null)).isEqualTo(SENT);
    assertThat(deliver(photo, 5L)).isEqualTo(SENT);
    assertThat(calls).extracting(TelegramCall::content).contains(photo);
  }

  @Test
  void saysThatAFileIsGoneOrCantBeRead() {
    var gone = new PhotoContent(Media.blob("gone", null), "", List.of(), List.of());
    var away = new PhotoContent(Media.blob("away", null), "", List.of(), List.of());

    assertThat(deliver(gone, null))
        .isInstanceOfSatisfying(
            Outcome.Rejected.class, it -> assertThat(it.kind()).isEqualTo(Rejection.FILE_GONE));
    assertThat(deliver(away, null)).isInstanceOf(Outcome.Retryable.class);
    assertThat(calls).isEmpty();
  }

  @Test
  void hasRoomForSoMuchAtOnce() {
    Room room = new Room(100);
    List<Long> taken = new ArrayList<>();
    for (long bytes : new long[] {60, 60, 10, 500}) {
      room.take(bytes).subscribe(taken::add);
    }

    assertThat(taken).containsExactly(60L);
    room.leave(60);
    assertThat(taken).containsExactly(60L, 60L, 10L);
    room.leave(60);
    room.leave(10);
    assertThat(taken).containsExactly(60L, 60L, 10L, 100L);
  }

  private Outcome deliver(Content content, @Nullable Long target) {
    return fillIn.deliver(new TelegramCall("1", content, SendOptions.NONE, target)).block();
  }

  private Mono<Blob> found(String id) {
    return Mono.justOrEmpty(stored.get(id));
  }
}
