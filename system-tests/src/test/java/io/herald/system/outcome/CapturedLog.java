package io.herald.system.outcome;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.slf4j.LoggerFactory;

/** Everything that is logged in this JVM at any level, with stack traces. */
final class CapturedLog implements AutoCloseable {

  private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  private final Level before = root.getLevel();
  private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
  private final OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();

  static CapturedLog start() {
    var log = new CapturedLog();
    var encoder = new PatternLayoutEncoder();
    encoder.setContext(log.root.getLoggerContext());
    encoder.setPattern("%level %logger %msg%n%ex{full}");
    encoder.start();
    log.appender.setContext(log.root.getLoggerContext());
    log.appender.setEncoder(encoder);
    log.appender.setOutputStream(log.lines);
    log.appender.start();
    log.root.addAppender(log.appender);
    log.root.setLevel(Level.TRACE);
    return log;
  }

  String text() {
    return lines.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    root.setLevel(before);
    root.detachAppender(appender);
  }
}
