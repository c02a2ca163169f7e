package io.herald.worker.deliver;

import io.herald.model.message.Content;
import io.herald.model.message.OutboundMessage;
import io.herald.telegram.delivery.TelegramCall;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the delivery of a message is: the calls that it takes and what came of those made.
 *
 * @param message what is delivered
 * @param pieces the calls, one unless the ladder has made more of it
 * @param piece index of the call that is next
 * @param number calls made, this one included
 * @param failures failed calls in a row for which the message or its chat may be the reason
 * @param unknowns calls that ended without anybody knowing whether they had arrived
 * @param anew whether the message that its replace key stood for is known to be gone
 * @param downgrades what the ladder gave up so far
 * @param messageIds Telegram's ids of the pieces that went out
 */
public record Attempt(
    OutboundMessage message,
    List<TelegramCall> pieces,
    int piece,
    int number,
    int failures,
    int unknowns,
    boolean anew,
    List<String> downgrades,
    List<Long> messageIds) {

  /** The first attempt. */
  public static Attempt first(OutboundMessage message) {
    return after(message, 0);
  }

  /** The attempt that follows so many calls of an earlier run. */
  public static Attempt after(OutboundMessage message, int calls) {
    List<TelegramCall> pieces = List.of(TelegramCall.send(message));
    return new Attempt(message, pieces, 0, calls + 1, 0, 0, false, List.of(), List.of());
  }

  /** The call that is next. */
  public TelegramCall call() {
    return pieces.get(piece);
  }

  /** What the next call is about. */
  public Content content() {
    return call().content();
  }

  /** The chat that it is addressed to by now. */
  public String chat() {
    return call().chat();
  }

  /** The id under which the next call is claimed: the message's, or one for each piece. */
  public String claimId() {
    return downgrades.isEmpty()
        ? message.id()
        : message.id() + '#' + downgrades.size() + '.' + (piece + 1);
  }

  /** The key of the message that the next call may edit; of several pieces only the first does. */
  public @Nullable String replaceKey() {
    return piece == 0 ? message.replaceKey() : null;
  }

  /** Whether it was tried before in this process. */
  public boolean isAgain() {
    return number > 1;
  }

  boolean isLastPiece() {
    return piece == pieces.size() - 1;
  }

  Attempt again() {
    return with(pieces, piece, number + 1, failures, unknowns, anew, downgrades, messageIds);
  }

  Attempt afterFailure() {
    return with(pieces, piece, number + 1, failures + 1, unknowns, anew, downgrades, messageIds);
  }

  Attempt afterUnknown() {
    return with(pieces, piece, number + 1, failures, unknowns + 1, anew, downgrades, messageIds);
  }

  Attempt sentAnew() {
    return with(pieces, piece, number + 1, failures, unknowns, true, downgrades, messageIds);
  }

  Attempt to(String chat) {
    List<TelegramCall> moved =
        pieces.stream()
            .map(call -> new TelegramCall(chat, call.content(), call.options(), call.target()))
            .toList();
    return with(moved, piece, number + 1, failures, unknowns, anew, downgrades, messageIds);
  }

  Attempt lowered(String step, List<TelegramCall> lower) {
    List<TelegramCall> rest = new ArrayList<>(lower);
    rest.addAll(pieces.subList(piece + 1, pieces.size()));
    return with(rest, 0, number + 1, 0, unknowns, anew, plus(downgrades, step), messageIds);
  }

  Attempt nextPiece(@Nullable Long messageId) {
    return with(pieces, piece + 1, number + 1, 0, unknowns, anew, downgrades, ids(messageId));
  }

  /** Telegram's ids, with that of the last piece. */
  List<Long> ids(@Nullable Long messageId) {
    return messageId == null ? messageIds : plus(messageIds, messageId);
  }

  private Attempt with(
      List<TelegramCall> pieces,
      int piece,
      int number,
      int failures,
      int unknowns,
      boolean anew,
      List<String> downgrades,
      List<Long> messageIds) {
    return new Attempt(
        message, pieces, piece, number, failures, unknowns, anew, downgrades, messageIds);
  }

  private static <T> List<T> plus(List<T> list, T one) {
    List<T> longer = new ArrayList<>(list);
    longer.add(one);
    return List.copyOf(longer);
  }
}
