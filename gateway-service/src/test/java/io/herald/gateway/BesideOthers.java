package io.herald.gateway;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * A class with a gateway and backends of its own, which mostly waits for these to go and to come
 * back: it runs while others do. A start sets up the log anew, so not while another reads it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(value = BesideOthers.LOG, mode = ResourceAccessMode.READ)
public @interface BesideOthers {

  /** The lock of who reads what this JVM logs. */
  String LOG = "log";
}
