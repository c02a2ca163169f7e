package io.herald.bot.command;

import io.herald.bot.command.Reaction.Verdict;
import io.herald.bot.update.Update;
import io.herald.runtime.kafka.PublishRecord;
import io.herald.runtime.kafka.TryAgainLater;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * What somebody is told when a command or a button fails: the one place for that. Kafka away: the
 * update waits, for without Kafka nobody could be told anything. Redis away: to try again, since
 * nobody should wait for it in a chat. Anything else: that it failed, with an id that the log has
 * as well; trying again by ourselves might do half of it twice.
 *
 * @param verdict what it counts as
 * @param words for the person, at most 200 code points
 */
record Apology(Verdict verdict, String words) {

  private static final Logger log = LoggerFactory.getLogger(Apology.class);

  private static final Apology LATER =
      new Apology(Verdict.REPLIED, "I can't look that up right now. Please try again in a minute.");

  /**
   * The apology for an error; fails with the error itself when the update has to wait.
   *
   * @param subject the command or button that failed
   */
  static Mono<Apology> of(Update update, String subject, Throwable error) {
    if (PublishRecord.mayWorkLater(error)) {
      return Mono.error(error);
    }
    return Mono.fromSupplier(
        () -> isForALittleWhile(error) ? LATER : failed(update, subject, error));
  }

  // A Redis that refuses a command is there: something is wrong with the command.
  private static boolean isForALittleWhile(Throwable error) {
    return error instanceof TryAgainLater
        || (error instanceof RedisException
            && error.getClass() != RedisCommandExecutionException.class);
  }

  private static Apology failed(Update update, String subject, Throwable error) {
    String id = FailureId.of(update.cause());
    log.error(
        "Failure {}: {} failed for update {} of bot {}; the person was told so and is not answered"
            + " again",
        id,
        subject,
        update.id(),
        update.bot(),
        WithoutWords.of(error));
    return new Apology(
        Verdict.FAILED,
        "Sorry, something went wrong on my side. If it happens again, please tell my operator this"
            + " id: "
            + id);
  }
}
