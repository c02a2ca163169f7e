package io.herald.gateway.account;

import io.herald.gateway.notify.SubmitNotifications;
import io.herald.gateway.telegram.BotCalls;
import io.herald.runtime.account.Accounts;
import io.herald.runtime.account.Attempts;
import io.herald.runtime.account.LinkChat;
import io.herald.runtime.account.LinkCodes;
import io.herald.runtime.contact.SuspendedContacts;
import io.herald.runtime.kafka.PublishRecord;
import io.herald.runtime.redis.RedisLink;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires people's accounts. */
@Configuration(value = "accountDeskConfiguration", proxyBeanMethods = false)
class AccountConfiguration {

  private final Clock clock = Clock.systemUTC();

  @Bean
  LinkingBot linkingBot(BotCalls calls) {
    return new LinkingBot(calls.byBot());
  }

  @Bean
  TellChat tellChat(PublishRecord publish) {
    return new TellChat(publish, clock);
  }

  @Bean
  VerifyCode verifyCode(Attempts attempts, LinkCodes codes, LinkChat links, TellChat tell) {
    return new VerifyCode(attempts, codes, links, tell, clock);
  }

  @Bean
  EndLink endLink(LinkChat links, TellChat tell) {
    return new EndLink(links, tell);
  }

  @Bean
  Standings standings(LinkingBot bot, RedisLink redis) {
    return new Standings(bot, new SuspendedContacts(redis));
  }

  @Bean
  AccountDesk accountDesk(
      Accounts accounts,
      LinkingBot bot,
      LinkCodes codes,
      LinkSettings settings,
      VerifyCode verify,
      EndLink end,
      SubmitNotifications submit,
      Standings standings) {
    return new AccountDesk(
        accounts,
        bot,
        new OfferLink(bot, codes, settings, clock),
        verify,
        end,
        new SendTest(submit, clock),
        standings);
  }
}
