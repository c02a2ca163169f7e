package io.herald.gateway.simple;

import io.herald.gateway.notify.Answers;
import io.herald.gateway.notify.Sender;
import io.herald.gateway.notify.Submission;
import io.herald.gateway.notify.SubmitNotifications;
import io.herald.gateway.notify.Submitted;
import io.herald.gateway.upload.Form;
import io.herald.runtime.blob.Blob;
import io.herald.runtime.blob.Blobs;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** Stores a photo and sends it along. Kafka gone: neither, and the sender is told to try again. */
final class SendPhoto {

  private final PhotoSource photos;
  private final Blobs blobs;
  private final SubmitNotifications submit;

  SendPhoto(PhotoSource photos, Blobs blobs, SubmitNotifications submit) {
    this.photos = photos;
    this.blobs = blobs;
    this.submit = submit;
  }

  /**
   * Sends the photo of the form.
   *
   * @param notification all but the photo
   * @param sender who sends it
   * @param check completes a notification in place and holds it to the contract
   */
  Mono<ServerResponse> send(
      Form form, ObjectNode notification, Sender sender, Function<ObjectNode, Submission> check) {
    return photos.photo(form, photo -> store(photo, notification, sender, check));
  }

  // Checked before it is stored. Stored again, the same photo has another id: it is known again by
  // what is in it.
  private Mono<ServerResponse> store(
      Blob photo, ObjectNode notification, Sender sender, Function<ObjectNode, Submission> check) {
    notification.putObject("photo").put("blob", UUID.nameUUIDFromBytes(photo.bytes()).toString());
    Submission same = check.apply(notification);
    return blobs
        .store(photo)
        .map(id -> named(notification, id, same, check))
        .onErrorResume(_ -> Mono.empty())
        .flatMap(submission -> submit(submission, sender))
        .switchIfEmpty(Mono.defer(() -> Answers.of(same, Submitted.UNAVAILABLE, sender)));
  }

  private static Submission named(
      ObjectNode notification, String id, Submission same, Function<ObjectNode, Submission> check) {
    notification.withObject("photo").put("blob", id);
    return Submission.of(check.apply(notification).request(), same.request());
  }

  private Mono<ServerResponse> submit(Submission submission, Sender sender) {
    return submit.submit(submission).flatMap(outcome -> Answers.of(submission, outcome, sender));
  }
}
