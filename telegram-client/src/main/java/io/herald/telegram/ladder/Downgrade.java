package io.herald.telegram.ladder;

import io.herald.telegram.delivery.TelegramCall;
import io.herald.telegram.outcome.Rejection;
import java.util.List;
import java.util.Optional;

public final class Downgrade {
  public record Lower(String step, List<TelegramCall> pieces) {}

  public static Optional<Lower> next(TelegramCall refused, Rejection kind) {
    return Optional.empty();
  }
}
