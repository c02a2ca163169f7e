package io.herald.gateway.simple;

import io.herald.runtime.problem.Problem;
import org.springframework.http.HttpStatus;

/** A photo that can't be sent. */
final class PhotoRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  PhotoRefused(HttpStatus status, String detail) {
    super(detail, null, false, false);
    this.problem = new Problem(status, detail);
  }

  /** Why, for the sender. */
  Problem problem() {
    return problem;
  }
}
