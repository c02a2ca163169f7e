package io.herald.runtime.blob;

import reactor.core.publisher.Mono;

/**
 * Keeps uploaded files on {@code herald.blobs}. The id says where a file lies; no index is kept.
 */
public final class Blobs {

  /** Completes with the file's id when all of it is durable. */
  public Mono<String> store(Blob blob) {
    throw new UnsupportedOperationException("being written");
  }

  /** The file; empty when there is none of that id, or none any more. Fails when Kafka is away. */
  public Mono<Blob> fetch(String id) {
    throw new UnsupportedOperationException("being written");
  }
}
