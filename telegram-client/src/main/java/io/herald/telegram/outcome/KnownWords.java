package io.herald.telegram.outcome;

import java.util.List;
import java.util.Optional;

/**
 * The words of the Bot API that tell why it refuses. They are searched anywhere in the description
 * and without regard to case, because prefixes and suffixes vary; the first that is found counts.
 * Names in capitals come from Telegram's servers, sentences from the Bot API server before them.
 */
final class KnownWords {

  private record Reason<K>(K kind, List<String> words) {}

  private static final List<Reason<Rejection>> REJECTIONS =
      List.of(
          reason(
              Rejection.MARKUP,
              "can't parse entities",
              "can't parse messageentity",
              "entity_",
              "entities_"),
          // Before the lengths and the addresses: "reply markup is too long", "inline keyboard
          // button URL … is invalid".
          reason(
              Rejection.KEYBOARD,
              "reply markup",
              "reply_markup_",
              "keyboard",
              "button_",
              "button "),
          reason(Rejection.TOO_LONG, "too long", "_too_long"),
          reason(Rejection.PHOTO_DIMENSIONS, "photo_invalid_dimensions"),
          reason(
              Rejection.MEDIA_REFUSED,
              "http url",
              "web page content",
              "webpage_",
              "external_url_",
              "file identifier",
              "file_id",
              "file_part",
              "file_reference",
              "file is too big",
              "file must be non-empty",
              "can't use file of type",
              "type of file mismatch",
              "upload file",
              "entity too large",
              "image_process_failed",
              "photo_",
              "media_",
              "document_invalid",
              "there is no photo in the request",
              "there is no document in the request",
              "rights to send photos",
              "rights to send documents",
              "send_photos_forbidden",
              "send_docs_forbidden"),
          reason(
              Rejection.THREAD_GONE,
              "message thread not found",
              "message_thread_",
              "topic_closed",
              "topic_deleted",
              "topic_id_invalid"),
          reason(
              Rejection.EDIT_TARGET_GONE,
              "message to edit not found",
              "message can't be edited",
              "there is no text in the message to edit",
              "there is no caption in the message to edit",
              "message identifier is not specified",
              "message_id_invalid",
              "message_author_required",
              "message_edit_time_expired"),
          reason(
              Rejection.QUERY_EXPIRED,
              "query is too old",
              "query id is invalid",
              "query_id_invalid"),
          reason(
              Rejection.NOT_ALLOWED,
              "not enough rights",
              "have no rights",
              "administrator rights",
              "chat_restricted",
              "chat_admin_required",
              "user_banned_in_channel",
              "_forbidden"));

  private static final List<Reason<Suspension>> FORBIDDEN =
      List.of(
          reason(Suspension.BLOCKED, "blocked by the user", "user_is_blocked"),
          reason(Suspension.DEACTIVATED, "user is deactivated", "user_deactivated"),
          reason(Suspension.KICKED, "bot was kicked"),
          reason(Suspension.NOT_MEMBER, "not a member"),
          reason(Suspension.NOT_STARTED, "can't initiate conversation"),
          reason(Suspension.CHAT_GONE, "was deleted", "was deactivated"));

  private static final List<Reason<Suspension>> NO_SUCH_CHAT =
      List.of(
          reason(Suspension.CHAT_NOT_FOUND, "chat not found", "peer_id_invalid"),
          reason(
              Suspension.CHAT_GONE,
              "upgraded to a supergroup",
              "group chat was deleted",
              "group chat was deactivated"));

  private KnownWords() {}

  /** Why a call was rejected; {@link Rejection#OTHER} for words of the future. */
  static Rejection rejection(String lowerCase) {
    return find(REJECTIONS, lowerCase).orElse(Rejection.OTHER);
  }

  /** Why writing to that chat is forbidden. */
  static Suspension forbidden(String lowerCase) {
    return find(FORBIDDEN, lowerCase).orElse(Suspension.FORBIDDEN);
  }

  /** Why there is no such chat; empty if that is not what the refusal is about. */
  static Optional<Suspension> noSuchChat(String lowerCase) {
    return find(NO_SUCH_CHAT, lowerCase);
  }

  private static <K> Reason<K> reason(K kind, String... words) {
    return new Reason<>(kind, List.of(words));
  }

  private static <K> Optional<K> find(List<Reason<K>> reasons, String lowerCase) {
    return reasons.stream()
        .filter(reason -> reason.words().stream().anyMatch(lowerCase::contains))
        .map(Reason::kind)
        .findFirst();
  }
}
