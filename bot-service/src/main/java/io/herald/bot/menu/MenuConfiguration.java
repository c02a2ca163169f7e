package io.herald.bot.menu;

import io.herald.bot.access.AllowList;
import io.herald.bot.command.CommandBook;
import io.herald.runtime.config.Bots;
import io.herald.runtime.kafka.PublishRecord;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the menus. */
@Configuration(proxyBeanMethods = false)
class MenuConfiguration {

  @Bean
  PublishMenus publishMenus(
      Bots bots, AllowList allowList, CommandBook book, PublishRecord publish) {
    return new PublishMenus(bots, allowList, new WriteMenus(book), publish, InstantSource.system());
  }
}
