package io.herald.local;

/**
 * One process of the stack.
 *
 * @param name its name in the table, its log and {@code --without}
 * @param port the port of the outside contract
 * @param kind when it starts and stops
 * @param heapMebibytes the most that its JVM may take; 0 where it has none
 * @param purpose what it is, for the table
 */
record Part(String name, int port, Kind kind, int heapMebibytes, String purpose) {

  /** In the order of starting; stopping goes the other way round, a kind at a time. */
  enum Kind {
    BACKEND,
    TELEGRAM,
    SERVICE,
    OBSERVER
  }

  Part shifted(int offset) {
    return new Part(name, port + offset, kind, heapMebibytes, purpose);
  }
}
