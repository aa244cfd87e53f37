package org.kontor.app;

import java.util.Locale;
import org.kontor.ui.common.Messages;
import picocli.CommandLine;

/**
 * A start that says in words what it wants. By itself, because Java looks at everything that the
 * first class of a program names: a start of the window shall not wait for the reader of commands.
 */
final class CommandLineStart {
  private CommandLineStart() {}

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
    line.setExecutionExceptionHandler((failure, _, _) -> Main.failed(failure, line.getErr()));
    return line.execute(arguments);
  }
}
