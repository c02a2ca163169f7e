package io.herald.gateway.notify;

import io.herald.runtime.access.Caller;
import io.herald.runtime.contract.InvalidNotification;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.server.ServerRequest;

/**
 * Who sends a request with notifications, and what is written into those that leave it out.
 *
 * @param idempotencyKey what ids are made of; empty: they are random
 */
public record Sender(Caller caller, Optional<String> idempotencyKey) {

  /**
   * Who sent a request that has passed a guard.
   *
   * @throws InvalidNotification when its {@code Idempotency-Key} is none
   */
  public static Sender of(ServerRequest request) {
    return of(Caller.of(request).orElseThrow(), request.headers().asHttpHeaders());
  }

  /** As above, of a caller who was found in another way. */
  static Sender of(Caller caller, HttpHeaders headers) {
    return new Sender(caller, IdempotencyKey.of(headers));
  }

  /** The source of notifications that name none. */
  String source() {
    return caller.name();
  }

  /**
   * The id of a notification that has none.
   *
   * @param index its place in the request, from 0
   */
  public String newId(int index) {
    return derivedId(index).orElseGet(NewId::random);
  }

  /** Whether that id is made of the {@code Idempotency-Key}, at that place of the request. */
  boolean isDerived(String id, int index) {
    return derivedId(index).filter(id::equals).isPresent();
  }

  private Optional<String> derivedId(int index) {
    return idempotencyKey.map(key -> NewId.derived(caller.kindAndName(), key, index));
  }
}
