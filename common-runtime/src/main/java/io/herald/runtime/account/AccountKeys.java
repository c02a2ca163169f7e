package io.herald.runtime.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.model.account.TelegramLink;

/** The index' keys in Redis, all in one slot with what says how far the index is. */
final class AccountKeys {

  /** What the keys of accounts begin with. */
  static final byte[] USERS = bytes("acct:{accounts}:user:");

  /** The users who are linked: a sorted set in which all have score 0. */
  static final byte[] LINKED = bytes("acct:{accounts}:linked");

  /** How far the index is. */
  static final byte[] INDEX = bytes(AccountIndex.SPEC.key());

  private AccountKeys() {}

  /** A hash: the JSON, the record that it came from, and the key of the chat that is linked. */
  static byte[] user(String user) {
    return bytes("acct:{accounts}:user:" + user);
  }

  /** The user who has linked that chat. */
  static byte[] chat(String bot, String chat) {
    return bytes("acct:{accounts}:chat:" + bot + ':' + chat);
  }

  static byte[] chat(TelegramLink link) {
    return chat(link.bot(), link.chat());
  }

  static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  static byte[] bytes(long number) {
    return bytes(Long.toString(number));
  }
}
