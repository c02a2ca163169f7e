package io.herald.gateway.ingest;

import java.util.List;

/** Updates as Telegram words them, one of each kind that this suite looks at. */
final class TelegramUpdates {

  static final String MESSAGE =
      """
      {"update_id":869123456,"message":{"message_id":17,"from":{"id":5511,"is_bot":false,\
      "first_name":"Ада"},"chat":{"id":-1001234567890,"title":"Ops \\u2764",\
      "type":"supergroup"},"date":1767225600,"text":"/start now","entities":[{"offset":0,\
      "length":6,"type":"bot_command"}],"reply_to_message":{"message_id":16,"from":{"id":99},\
      "chat":{"id":98},"date":1767225500,"text":"hi"}}}\
      """;

  static final String CALLBACK =
      """
      {"update_id":869123457,"callback_query":{"id":"4382bfdwdsb323b2d9","from":{"id":5511,\
      "is_bot":false,"first_name":"Ada"},"message":{"message_id":18,"from":{"id":42},\
      "chat":{"id":-777,"type":"group"},"date":1767225600,"text":"Choose"},\
      "chat_instance":"8428209589180549439","data":"yes"}}\
      """;

  static final String INLINE_CALLBACK =
      """
      {"update_id":869123458,"callback_query":{"id":"1","from":{"id":5511},\
      "inline_message_id":"AAA","chat_instance":"8","data":"yes"}}\
      """;

  static final String POLL_ANSWER =
      """
      {"update_id":869123459,"poll_answer":{"poll_id":"5","user":{"id":5511,"first_name":"Ada"},\
      "option_ids":[0,2]}}\
      """;

  static final List<String> ALL = List.of(MESSAGE, CALLBACK, INLINE_CALLBACK, POLL_ANSWER);

  private TelegramUpdates() {}
}
