package io.herald.gateway.problem;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.function.server.RouterFunction;

/** Puts our problems before the framework's errors. */
@Configuration(proxyBeanMethods = false)
class ProblemConfiguration {

  private static final int BEFORE_THE_FRAMEWORKS = -2;

  @Bean
  @Order(BEFORE_THE_FRAMEWORKS)
  TellProblems tellProblems(ObjectProvider<RouterFunction<?>> routes) {
    List<RouterFunction<?>> all = routes.orderedStream().<RouterFunction<?>>map(it -> it).toList();
    return new TellProblems(new AllowedMethods(all));
  }
}
