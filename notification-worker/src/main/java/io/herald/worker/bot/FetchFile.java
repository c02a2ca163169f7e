package io.herald.worker.bot;

import io.herald.runtime.blob.Blob;
import reactor.core.publisher.Mono;

/** Gets files that were uploaded before. */
@FunctionalInterface
interface FetchFile {

  /** The file; empty when it is no longer there. Fails when that can't be told. */
  Mono<Blob> fetch(String id);
}
