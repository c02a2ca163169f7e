package io.herald.gateway.account;

import io.herald.gateway.notify.Receipt;
import io.herald.model.account.DailySummary;
import io.herald.model.account.Preferences;
import io.herald.model.account.QuietHours;
import io.herald.model.account.TelegramLink;
import io.herald.model.json.Json;
import io.herald.runtime.account.AccountsUnknown;
import io.herald.runtime.contract.Violation;
import io.herald.runtime.problem.Problem;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** What people are answered about their accounts. */
final class AccountAnswers {

  /** Without a bot there is nothing to link with. */
  static final Problem NO_BOT =
      new Problem(
          HttpStatus.BAD_REQUEST,
          "no Telegram bot is configured: set TELEGRAM_BOT_TOKEN to the token that BotFather"
              + " gives");

  private static final Problem NOT_LINKED =
      new Problem(
          HttpStatus.CONFLICT,
          "no Telegram chat is linked: send /start to the bot and enter its code, or open the"
              + " address that /api/telegram/link-account gives");
  private static final Problem CHAT_TAKEN =
      new Problem(
          HttpStatus.CONFLICT, "that chat is linked to somebody else, who has to /unlink it first");
  private static final Problem BOT_UNKNOWN =
      new Problem(
          HttpStatus.SERVICE_UNAVAILABLE,
          "Telegram does not say what the bot is called, so there is no address to open yet; its"
              + " code from /start works");
  private static final Problem KAFKA_GONE =
      new Problem(
          HttpStatus.SERVICE_UNAVAILABLE,
          "nothing can be stored at the moment, so nothing was changed; try again");
  private static final Problem TOO_FAST =
      new Problem(HttpStatus.TOO_MANY_REQUESTS, "too many requests for this person");

  private AccountAnswers() {}

  static Mono<ServerResponse> offer(LinkOffer offer) {
    return switch (offer) {
      case LinkOffer.DeepLink(var url, var expiresAt) ->
          json(HttpStatus.OK, Map.of("url", url, "expires_at", expiresAt));
      case LinkOffer.AlreadyLinked(TelegramLink link) -> alreadyLinked(link);
      case LinkOffer.BotUnknown _ -> BOT_UNKNOWN.answer(soon());
    };
  }

  static Mono<ServerResponse> verdict(CodeVerdict verdict) {
    return switch (verdict) {
      case CodeVerdict.Linked(TelegramLink link) -> json(HttpStatus.OK, linked(link));
      case CodeVerdict.WrongCode(int left) ->
          invalid(
              "the code is wrong or no longer good, attempts left: " + left,
              List.of(new Violation("/code", "is not the code that the bot has given last")));
      case CodeVerdict.LockedOut(Duration wait) ->
          new Problem(HttpStatus.TOO_MANY_REQUESTS, "too many wrong codes; wait before the next")
              .answer(after(wait));
      case CodeVerdict.AlreadyLinked(TelegramLink link) -> alreadyLinked(link);
      case CodeVerdict.ChatTaken _ -> CHAT_TAKEN.answer();
    };
  }

  static Mono<ServerResponse> standing(Standing standing) {
    Map<String, Object> answer =
        standing
            .link()
            .map(AccountAnswers::linked)
            .orElseGet(() -> new LinkedHashMap<>(Map.of("linked", false)));
    standing.botUsername().ifPresent(name -> answer.put("bot_username", name));
    if (standing.link().isPresent()) {
      answer.put("suspended", standing.suspended());
    }
    return json(HttpStatus.OK, answer);
  }

  private static Map<String, Object> linked(TelegramLink link) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("linked", true);
    answer.put("linked_at", link.linkedAt());
    answer.put("bot", link.bot());
    Optional.ofNullable(link.username()).ifPresent(name -> answer.put("username", name));
    answer.put("first_name", link.firstName());
    return answer;
  }

  private static Mono<ServerResponse> alreadyLinked(TelegramLink link) {
    return new Problem(
            HttpStatus.CONFLICT,
            "a Telegram chat is linked already, since " + link.linkedAt() + "; unlink it first")
        .answer();
  }

  static Mono<ServerResponse> test(TestMessage message) {
    return switch (message) {
      case TestMessage.Requested(String id) -> accepted(Receipt.of(id));
      case TestMessage.NotLinked _ -> NOT_LINKED.answer();
      case TestMessage.Unavailable _ -> KAFKA_GONE.answer(soon());
    };
  }

  private static Mono<ServerResponse> accepted(Receipt receipt) {
    return ServerResponse.accepted()
        .header(HttpHeaders.LOCATION, receipt.status())
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(Json.write(receipt));
  }

  static Mono<ServerResponse> unlinked() {
    return json(HttpStatus.OK, Map.of("linked", false));
  }

  static Mono<ServerResponse> notLinked() {
    return NOT_LINKED.answer();
  }

  static Mono<ServerResponse> preferences(Preferences preferences) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("enabled", preferences.enabled());
    answer.put("minimum_priority", preferences.minimumPriority());
    answer.put("quiet_hours", hours(preferences.quietHours()));
    boolean utc = preferences.zone().equals(ZoneOffset.UTC);
    answer.put("zone", utc ? "UTC" : preferences.zone().getId());
    answer.put("summary", summary(preferences.summary()));
    return json(HttpStatus.OK, answer);
  }

  private static Map<String, Object> summary(DailySummary summary) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("enabled", summary.enabled());
    answer.put("at", summary.at().toString());
    answer.put("skip_quiet", summary.skipQuiet());
    return answer;
  }

  // Explicitly null, so that an answer can be changed and sent back.
  private static @Nullable Map<String, String> hours(@Nullable QuietHours hours) {
    return hours == null
        ? null
        : Map.of("from", hours.from().toString(), "to", hours.to().toString());
  }

  static Mono<ServerResponse> invalid(String detail, List<Violation> violations) {
    return new Problem(HttpStatus.BAD_REQUEST, detail, violations).answer();
  }

  static Mono<ServerResponse> tooFast() {
    return TOO_FAST.answer(after(Duration.ofSeconds(5)));
  }

  /** Redis or Kafka is gone; nobody is told that they are not linked for that reason. */
  static Mono<ServerResponse> unavailable(Throwable error) {
    return error instanceof AccountsUnknown unknown
        ? new Problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "accounts can't be looked at: " + unknown.getMessage())
            .answer(soon())
        : KAFKA_GONE.answer(soon());
  }

  private static Map<String, String> soon() {
    return after(Duration.ofSeconds(ThreadLocalRandom.current().nextInt(1, 4)));
  }

  private static Map<String, String> after(Duration wait) {
    return Map.of(
        HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, wait.plusMillis(999).toSeconds())));
  }

  private static Mono<ServerResponse> json(HttpStatus status, Map<String, Object> answer) {
    return ServerResponse.status(status)
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(Json.write(answer));
  }
}
