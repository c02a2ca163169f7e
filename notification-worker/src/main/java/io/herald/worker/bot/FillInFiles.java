package io.herald.worker.bot;

import io.herald.model.message.Content;
import io.herald.model.message.DocumentContent;
import io.herald.model.message.Media;
import io.herald.model.message.PhotoContent;
import io.herald.runtime.blob.Blob;
import io.herald.runtime.blob.Blobs;
import io.herald.telegram.delivery.TelegramCall;
import io.herald.telegram.delivery.TelegramClient;
import io.herald.telegram.outcome.Outcome;
import io.herald.telegram.outcome.Rejection;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Fills stored files in right before a call, and only as many at once as there is room for in
 * memory. Other calls go straight through.
 *
 * <p>Kafka is gone: the call counts as one that failed and is tried again. The file is gone: the
 * ladder sends the text without it.
 */
final class FillInFiles implements TelegramClient {

  private static final Outcome GONE =
      new Outcome.Rejected(410, Rejection.FILE_GONE, "the stored file is no longer there");

  private final TelegramClient client;
  private final FetchFile files;
  private final Room room;

  /**
   * Wires it.
   *
   * @param client makes the calls
   * @param room for the files of all bots
   */
  FillInFiles(TelegramClient client, FetchFile files, Room room) {
    this.client = client;
    this.files = files;
    this.room = room;
  }

  @Override
  public Mono<Outcome> deliver(TelegramCall call) {
    Media media = call.target() == null ? media(call.content()) : null;
    return media == null || media.blob() == null
        ? client.deliver(call)
        : Mono.usingWhen(
            room.take(Blobs.size(media.blob())),
            _ -> withFile(call, media.blob(), media.name()),
            bytes -> Mono.fromRunnable(() -> room.leave(bytes)));
  }

  private Mono<Outcome> withFile(TelegramCall call, String id, @Nullable String name) {
    return files
        .fetch(id)
        .map(file -> filledIn(call, file, name))
        .flatMap(client::deliver)
        .defaultIfEmpty(GONE)
        .onErrorResume(error -> Mono.just(unreadable(error)));
  }

  private static Outcome unreadable(Throwable error) {
    return new Outcome.Retryable(
        "the stored file can't be read at the moment: " + error.getClass().getSimpleName());
  }

  private static TelegramCall filledIn(TelegramCall call, Blob file, @Nullable String name) {
    var media = new Media(null, null, file.bytes(), name == null ? file.name() : name, null);
    Content content =
        switch (call.content()) {
          case PhotoContent it ->
              new PhotoContent(media, it.caption(), it.entities(), it.keyboard());
          case DocumentContent it ->
              new DocumentContent(media, it.caption(), it.entities(), it.keyboard());
          default -> call.content();
        };
    return new TelegramCall(call.chat(), content, call.options(), call.target());
  }

  private static @Nullable Media media(Content content) {
    return switch (content) {
      case PhotoContent photo -> photo.photo();
      case DocumentContent document -> document.document();
      default -> null;
    };
  }
}
