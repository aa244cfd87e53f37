package org.kontor.app;

import java.util.Locale;
import org.kontor.ui.common.FailureCode;
import org.kontor.ui.common.Messages;
import picocli.CommandLine;

/** Where every start begins: the window, the local server alone, or the sender for scripts. */
final class Main {
  private static final System.Logger LOG = System.getLogger(Main.class.getName());

  private Main() {}

  static void main(String[] arguments) {
    // Only images are decoded with the old toolkit; it must never look for a screen of its own.
    System.setProperty("java.awt.headless", "true");
    System.exit(run(arguments));
  }

  /** Runs a command line and gives its exit code, see {@link ExitCode}. */
  static int run(String... arguments) {
    Messages messages = Messages.of(Main.class, Locale.getDefault());
    CommandLine line =
        new CommandLine(new WindowCommand())
            .addSubcommand(new ServeCommand())
            .addSubcommand(new SendCommand())
            .addSubcommand(new TrainCommand());
    line.setParameterExceptionHandler(
        (problem, _) -> {
          problem.getCommandLine().getErr().println(problem.getMessage());
          problem
              .getCommandLine()
              .getErr()
              .println(
                  messages.get(
                      "usage.hint", problem.getCommandLine().getCommandSpec().qualifiedName(" ")));
          return ExitCode.USAGE;
        });
    line.setExecutionExceptionHandler(
        (failure, _, _) -> {
          String code = FailureCode.of(failure);
          LOG.log(System.Logger.Level.ERROR, "Unexpected failure " + code, failure);
          line.getErr().println(messages.get("failure.unexpected", code));
          return ExitCode.FAILED;
        });
    return line.execute(arguments);
  }
}
