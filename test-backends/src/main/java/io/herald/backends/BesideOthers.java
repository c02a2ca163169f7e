package io.herald.backends;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Set;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.ResourceLocksProvider;

/**
 * A test class that runs while others do: it mostly waits, and has topics, keys or backends of its
 * own. Its methods still run one after the other. The start of a service sets up the log anew, so
 * not while another class reads it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(value = BesideOthers.LOG, mode = ResourceAccessMode.READ)
@ResourceLock(providers = BesideOthers.Itself.class)
public @interface BesideOthers {

  /** The lock of who reads what this JVM logs. */
  String LOG = "log";

  /** A lock of the class alone: while it has one to write, JUnit keeps its methods in a row. */
  final class Itself implements ResourceLocksProvider {
    @Override
    public Set<Lock> provideForClass(Class<?> test) {
      return Set.of(new Lock(test.getName(), ResourceAccessMode.READ_WRITE));
    }
  }
}
