package io.herald.bench.outbound;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Messages that go round a number of private chats.
 *
 * @param prefix of their keys, another one for every run
 * @param count of messages
 */
public record LoadMix(String prefix, int count, int chats) {
  /** The ids of the chats begin here and have no gaps. */
  public static final long FIRST_CHAT = 1_000_000;

  /** One of them, counted from 0. */
  public BenchMessage message(int index) {
    return new BenchMessage(prefix + (index + 1), FIRST_CHAT + index % chats);
  }

  public List<BenchMessage> messages() {
    return IntStream.range(0, count).mapToObj(this::message).toList();
  }
}
