package org.kontor.app;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import org.kontor.ui.common.FailureCode;
import org.kontor.ui.common.FailureTrace;

/**
 * One line for each thing that happened. A failure comes with its places in the program, once: when
 * it happens again, its code and a number say so. What an exception says is left out, since that
 * may name documents and people.
 */
final class LogFormat extends Formatter {
  /** Failures that are told apart; beyond that all count as met. */
  private static final int MOST = 1000;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

  private final Map<String, Integer> met = new HashMap<>();

  @Override
  public synchronized String format(LogRecord line) {
    StringBuilder text =
        new StringBuilder()
            .append(TIME.format(line.getInstant()))
            .append(' ')
            .append(line.getLevel().getName())
            .append(' ')
            .append(line.getLoggerName())
            .append(": ")
            .append(formatMessage(line).replaceAll("\\R", " "))
            .append('\n');
    Throwable failure = line.getThrown();
    if (failure != null) {
      append(failure, text);
    }
    return text.toString();
  }

  private void append(Throwable failure, StringBuilder text) {
    String code = FailureCode.of(failure);
    int times =
        met.size() < MOST || met.containsKey(code) ? met.merge(code, 1, Integer::sum) : MOST;
    if (times == 1) {
      text.append("  ").append(code).append('\n').append(FailureTrace.of(failure).indent(2));
    } else {
      text.append("  ").append(code).append(" again, ").append(times).append(" times now\n");
    }
  }
}
