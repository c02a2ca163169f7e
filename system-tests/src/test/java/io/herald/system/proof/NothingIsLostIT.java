package io.herald.system.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.system.stack.OwnStack;
import io.herald.system.stack.Stack;
import io.herald.system.stack.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * 5,000 updates of 500 people while one part after the other dies. Each test has a system of its
 * own. In every case all updates are answered, in the order of each chat, and none was acknowledged
 * that Kafka does not hold.
 *
 * <p>Duplicates: none where a part dies whose work is repeated under the same ids and Redis tells
 * that it was done. Where Redis itself forgets, what was under way at that moment may be repeated.
 * Where the worker dies, nobody knows whether the messages in its hands went out; they are sent
 * again, since a reply that comes twice is better than none.
 */
@Tag("prove")
@OwnStack
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NothingIsLostIT {

  private static final Path TABLE = Path.of("target", "prove", "figures.txt");
  private static final Duration READY = Duration.ofSeconds(60);
  private static final List<Figures> ALL = new ArrayList<>();

  @Test
  @Order(1)
  void gatewayKilledThreeTimes() {
    prove(
        "(a) gateway killed -9, three times",
        load -> {
          for (int kill = 1; kill <= 3; kill++) {
            load.awaitMore(500);
            load.strike(load.stack().gateway()::kill9);
            load.stack().gateway().start();
            load.stack().gateway().awaitReady();
          }
        },
        _ -> 0);
  }

  @Test
  @Order(2)
  void redisFlushedThenStopped() {
    prove(
        "(b) Redis flushed, then stopped for 10 s",
        load -> {
          load.awaitMore(1000);
          load.strike(load.stack().redis()::flush);
          load.awaitMore(400);
          load.strike(load.stack().redis()::stop);
          int before = load.acknowledged();
          Waiting.pass(Duration.ofSeconds(10));
          assertThat(load.acknowledged()).as("updates go on without Redis").isGreaterThan(before);
          load.stack().redis().start();
          load.stack().redis().awaitReady(READY);
        },
        Load::inFlight);
  }

  @Test
  @Order(3)
  void brokerStopped() {
    prove(
        "(c) broker stopped for 20 s",
        load -> {
          load.awaitMore(700);
          load.strike(load.stack().broker()::stop);
          Waiting.pass(Duration.ofSeconds(20));
          load.stack().broker().start();
          load.stack().broker().awaitReady(READY);
        },
        _ -> 0);
  }

  @Test
  @Order(4)
  void brokerKilled() {
    prove(
        "(c) broker killed -9, back after 20 s",
        load -> {
          load.awaitMore(700);
          load.strike(load.stack().broker()::kill9);
          Waiting.pass(Duration.ofSeconds(20));
          load.stack().broker().start();
          load.stack().broker().awaitReady(READY);
        },
        _ -> 0);
  }

  @Test
  @Order(5)
  void botServiceKilled() {
    prove(
        "(d) bot-service killed -9",
        load -> {
          load.awaitMore(700);
          load.strike(load.stack().bot()::kill9);
          load.stack().bot().start();
          load.stack().bot().awaitReady();
        },
        _ -> 0);
  }

  @Test
  @Order(6)
  void workerKilled() {
    prove(
        "(e) notification-worker killed -9",
        load -> {
          load.awaitMore(700);
          load.strike(load.stack().worker()::kill9);
          load.stack().worker().start();
          load.stack().worker().awaitReady();
        },
        Load::inFlight);
  }

  private static void prove(String fault, Consumer<Load> faults, ToIntFunction<Load> allowed) {
    String name = fault.toLowerCase().replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    try (Stack stack = Stack.start(name)) {
      Load load = Load.on(stack);
      faults.accept(load);
      Figures figures = load.figures(fault, allowed.applyAsInt(load));
      ALL.add(figures);
      System.out.println(Figures.HEAD + "\n" + figures.row());
      assertThat(figures.broken()).as(fault).isEmpty();
    }
  }

  @AfterAll
  static void table() throws IOException {
    List<String> lines = new ArrayList<>(List.of(Figures.HEAD));
    ALL.forEach(figures -> lines.add(figures.row()));
    Files.createDirectories(TABLE.getParent());
    Files.write(TABLE, lines);
  }
}
