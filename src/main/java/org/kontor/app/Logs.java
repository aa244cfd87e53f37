package org.kontor.app;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.kontor.settings.AppPaths;

/** The log files: three of at most 2 MiB, in the folder for logs; nothing goes to the terminal. */
final class Logs {
  private static final int LARGEST = 2 << 20;
  private static final int FILES = 3;

  /** Held, because loggers that nobody holds forget their level. */
  private static final List<Logger> NOISY =
      Stream.of(
              "org.apache.pdfbox",
              "org.apache.fontbox",
              "org.freedesktop.secret",
              "org.freedesktop.dbus")
          .map(Logger::getLogger)
          .toList();

  private Logs() {}

  /** Sends the log to its files from here on. A log that cannot be written stops nothing. */
  static void begin(AppPaths paths) {
    if (System.getProperty("java.util.logging.config.file") != null) {
      return;
    }
    LogManager.getLogManager().reset();
    Logger root = Logger.getLogger("");
    root.setLevel(Level.INFO);
    // They warn about nearly every file or message, and some of the warnings quote it.
    for (Logger library : NOISY) {
      library.setLevel(Level.SEVERE);
    }
    try {
      root.addHandler(files(paths));
    } catch (IOException _) {
      // There is nowhere to write this to, and no reason not to work.
    }
  }

  /** Writes one file after the other, over the oldest. */
  static FileHandler files(AppPaths paths) throws IOException {
    // A percent sign in a folder's name would stand for something.
    String folder = paths.logs().toString().replace("%", "%%");
    FileHandler handler =
        new FileHandler(folder + File.separator + "kontor-%u-%g.log", LARGEST, FILES, true);
    handler.setFormatter(new LogFormat());
    return handler;
  }
}
