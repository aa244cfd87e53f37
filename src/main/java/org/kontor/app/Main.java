package org.kontor.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.kontor.ui.common.FailureCode;
import org.kontor.ui.common.Messages;

/** Where every start begins: the window, the local server alone, or the sender for scripts. */
final class Main {
  private static final Set<String> COMMANDS = Set.of("serve", "send", "train");

  private Main() {}

  static void main(String[] arguments) {
    // Only images are decoded with the old toolkit; it must never look for a screen of its own.
    System.setProperty("java.awt.headless", "true");
    System.exit(run(arguments));
  }

  /** Runs a command line and gives its exit code, see {@link ExitCode}. */
  static int run(String... arguments) {
    return isWindow(List.of(arguments))
        ? window(List.of(arguments))
        : CommandLineStart.run(arguments);
  }

  /** Nothing but files and links, as desktops start it: reading a command line takes a moment. */
  private static boolean isWindow(List<String> arguments) {
    return arguments.stream()
        .noneMatch(argument -> argument.startsWith("-") || COMMANDS.contains(argument));
  }

  private static int window(List<String> files) {
    PrintWriter err = new PrintWriter(System.err, true, System.err.charset());
    try {
      return new WindowStart(err).with(files);
    } catch (IOException | InterruptedException | RuntimeException failure) {
      return failed(failure, err);
    }
  }

  static int failed(Exception failure, PrintWriter err) {
    String code = FailureCode.of(failure);
    System.getLogger(Main.class.getName())
        .log(System.Logger.Level.ERROR, "Unexpected failure " + code, failure);
    err.println(Messages.of(Main.class, Locale.getDefault()).get("failure.unexpected", code));
    return ExitCode.FAILED;
  }
}
