package dev.dragoman.server.observe;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LocationAwareLogger;

/// The one log of the process.
public final class Logs {
  private Logs() {}

  /// Sets level and format (`text` or `json`), and leads the platform's own log into this one. To
  /// be called before the first line is logged.
  public static void open(String level, String format) {
    System.setProperty("dragoman.log.level", level);
    System.setProperty("dragoman.log.format", format);
    LogManager.getLogManager().reset();
    LogManager.getLogManager().getLogger("").addHandler(new Leading());
  }

  /// Hands lines of `java.util.logging` over.
  private static final class Leading extends Handler {
    private final SimpleFormatter formatter = new SimpleFormatter();

    @Override
    public void publish(LogRecord line) {
      String name = line.getLoggerName() == null ? "java" : line.getLoggerName();
      var builder = LoggerFactory.getLogger(name).atLevel(level(line.getLevel()));
      if (line.getThrown() != null) {
        builder = builder.setCause(new Traced(line.getThrown()));
      }
      builder.log(formatter.formatMessage(line));
    }

    private static org.slf4j.event.Level level(Level level) {
      int value = level.intValue();
      int mapped =
          value >= Level.SEVERE.intValue()
              ? LocationAwareLogger.ERROR_INT
              : value >= Level.WARNING.intValue()
                  ? LocationAwareLogger.WARN_INT
                  : value >= Level.INFO.intValue()
                      ? LocationAwareLogger.INFO_INT
                      : LocationAwareLogger.DEBUG_INT;
      return org.slf4j.event.Level.intToLevel(mapped);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
