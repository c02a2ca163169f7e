package io.herald.local.process;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A JVM with one child, whose pid it prints, to be killed by a test. */
final class OrphanParent {
  private OrphanParent() {}

  public static void main(String[] args) throws InterruptedException {
    Shell child = Shell.started("echo up; while :; do sleep 0.05; done", Path.of(args[0]));
    child.awaitReady(Shell.SOON);
    System.out.println(child.pid());
    new CountDownLatch(1).await();
  }
}
