package io.herald.system.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.system.stack.Secrets;
import io.herald.system.stack.Stack;
import io.herald.system.stack.SystemTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Runs last, over everything that the processes wrote while they were used and mistreated. */
@SystemTest
@Order(Integer.MAX_VALUE)
class SecretsStaySecretIT {

  @Test
  void noLogHoldsATokenOrASecret(Stack stack) throws IOException {
    try (Stream<Path> logs = Files.list(stack.logs())) {
      List<Path> all = logs.toList();
      assertThat(all).as("logs").hasSizeGreaterThanOrEqualTo(6);
      for (Path log : all) {
        String text = Files.readString(log, StandardCharsets.ISO_8859_1);
        for (String secret : Secrets.all()) {
          assertThat(text.contains(secret)).as("a secret in " + log).isFalse();
        }
      }
    }
  }
}
