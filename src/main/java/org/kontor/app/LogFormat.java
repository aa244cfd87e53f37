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
 * it happens again, its code and a number say so, ever more sparingly, at the second, fourth,
 * eighth time and so on, so that one that comes with every pulse leaves the log to the others. What
 * an exception says is left out, since that may name documents and people.
 */
final class LogFormat extends Formatter {
  /** Failures that are counted; others are only named. */
  private static final int MOST = 1000;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

  private final Map<String, Integer> met = new HashMap<>();

  @Override
  public synchronized String format(LogRecord line) {
    Throwable failure = line.getThrown();
    if (failure == null) {
      return said(line);
    }
    String code = FailureCode.of(failure);
    if (met.size() == MOST && !met.containsKey(code)) {
      return said(line) + "  " + code + '\n';
    }
    int times = met.merge(code, 1, Integer::sum);
    if (times == 1) {
      return said(line) + "  " + code + "\n" + FailureTrace.of(failure).indent(2);
    }
    boolean worthSaying = Integer.bitCount(times) == 1;
    return worthSaying ? said(line) + "  " + code + " again, " + times + " times now\n" : "";
  }

  private String said(LogRecord line) {
    return TIME.format(line.getInstant())
        + ' '
        + line.getLevel().getName()
        + ' '
        + line.getLoggerName()
        + ": "
        + formatMessage(line).replaceAll("\\R", " ")
        + '\n';
  }
}
