package io.herald.scheduler.run;

import java.io.InputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Hears what a program prints on stdout, and knows in the end what came of it. */
interface Hear {

  /** Reads to the end, on a thread of its own; a stream that breaks off has ended. */
  void read(InputStream stdout);

  /** Most bytes that may come on stderr. */
  long mostErrors();

  /** What came of a program that ended with status 0. */
  Outcome done(Path folder);

  /** Why it can't be done, in the program's own words; null: it told none. */
  @Nullable String complaint();
}
