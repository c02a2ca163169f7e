package io.herald.runtime.account;

import static io.herald.runtime.account.AccountKeys.bytes;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.herald.model.json.Json;
import io.herald.runtime.redis.RedisLink;
import io.herald.runtime.redis.Script;
import io.lettuce.core.ScriptOutputType;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Pattern;
import reactor.core.publisher.Mono;

/**
 * What proves that a chat and a person belong together: six digits that the chat is given, or a
 * token that the person is given. Either is good once and for ten minutes, and lies in Redis: a
 * flush makes it invalid, and another has to be asked for.
 *
 * <p>Redis is gone: everything fails with {@link AccountsUnknown}; nothing is proved by what can't
 * be looked at.
 */
public final class LinkCodes {

  /** How long codes and tokens are good. */
  public static final Duration LIVES = Duration.ofMinutes(10);

  private static final Script CODE = script("code.lua", ScriptOutputType.VALUE);
  private static final Script REDEEM_CODE = script("redeem-code.lua", ScriptOutputType.VALUE);
  private static final Script TOKEN = script("token.lua", ScriptOutputType.INTEGER);
  private static final Script REDEEM_TOKEN = script("redeem-token.lua", ScriptOutputType.VALUE);

  // A prefix of them, in one slot of a cluster.
  private static final String KEYS = "link:{codes}:";
  private static final byte[] CODES = bytes(KEYS + "code:");
  private static final byte[] LIFE = bytes(LIVES.toMillis());
  private static final Pattern DIGITS = Pattern.compile("[0-9]{6}");
  private static final Pattern LETTERS = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final int DRAWN = 8;
  private static final int TOKEN_BYTES = 24;

  private final SecureRandom random = new SecureRandom();
  private final RedisLink redis;

  LinkCodes(RedisLink redis) {
    this.redis = redis;
  }

  /**
   * The code for that chat; an earlier one is good no more.
   *
   * @param cause id of what asked for it: the same cause is given the same code, used or not
   * @return six digits; fails when Redis is away
   */
  public Mono<String> codeFor(TelegramIdentity who, String cause) {
    byte[][] keys = {
      bytes(KEYS + "cause:" + cause), bytes(KEYS + "chat:" + who.bot() + ':' + who.chat())
    };
    return redis
        .ask(commands -> CODE.<byte[]>run(commands, keys, drawn(who)))
        .map(code -> new String(code, UTF_8))
        .switchIfEmpty(Mono.error(() -> new AccountsUnknown("no code is free at present")))
        .onErrorMap(AccountsUnknown::because);
  }

  // Several, since one may be somebody's: of a million codes few are given at a time.
  private byte[][] drawn(TelegramIdentity who) {
    byte[][] arguments = new byte[3 + DRAWN][];
    arguments[0] = Json.write(who);
    arguments[1] = LIFE;
    arguments[2] = CODES;
    for (int i = 0; i < DRAWN; i++) {
      arguments[3 + i] = bytes("%06d".formatted(random.nextInt(1_000_000)));
    }
    return arguments;
  }

  /** Who was given that code; empty when it is none or no longer good. It is used up by this. */
  public Mono<TelegramIdentity> redeemCode(String code) {
    if (!DIGITS.matcher(code).matches()) {
      return Mono.empty();
    }
    byte[][] key = {bytes(KEYS + "code:" + code)};
    return redis
        .ask(commands -> REDEEM_CODE.<byte[]>run(commands, key))
        .onErrorMap(AccountsUnknown::because)
        .map(identity -> Json.read(identity, TelegramIdentity.class));
  }

  /** A token for that person's deep link, up to 64 of {@code A-Za-z0-9_-}. */
  public Mono<String> tokenFor(String user) {
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    return redis
        .ask(commands -> TOKEN.<Long>run(commands, tokenKey(token), bytes(user), LIFE))
        .onErrorMap(AccountsUnknown::because)
        .thenReturn(token);
  }

  /**
   * The user who was given that token; empty when it is none or no longer good. It is used up by
   * this, but for the same cause.
   */
  public Mono<String> redeemToken(String token, String cause) {
    if (!LETTERS.matcher(token).matches()) {
      return Mono.empty();
    }
    return redis
        .ask(commands -> REDEEM_TOKEN.<byte[]>run(commands, tokenKey(token), bytes(cause)))
        .onErrorMap(AccountsUnknown::because)
        .map(user -> new String(user, UTF_8));
  }

  private static byte[][] tokenKey(String token) {
    return new byte[][] {bytes(KEYS + "token:" + token)};
  }

  private static Script script(String file, ScriptOutputType output) {
    return Script.of(LinkCodes.class, output, file);
  }
}
