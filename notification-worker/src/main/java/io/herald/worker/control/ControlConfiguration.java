package io.herald.worker.control;

import io.herald.model.control.NotificationControl;
import io.herald.model.topic.Topics;
import io.herald.runtime.table.KeepTable;
import io.herald.runtime.table.Tables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what was paused or stopped; its table's health is the part {@code controls}. */
@Configuration(proxyBeanMethods = false)
class ControlConfiguration {

  @Bean
  KeepTable<NotificationControl> controlsHealthIndicator(Tables tables) {
    return tables.keep(Topics.CONTROLS, NotificationControl.class);
  }

  @Bean
  Controls controls(KeepTable<NotificationControl> table) {
    return Controls.in(table);
  }
}
