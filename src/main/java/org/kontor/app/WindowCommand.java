package org.kontor.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code kontor}: the window. */
@Command(
    name = "kontor",
    resourceBundle = "org.kontor.app.usage",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false)
final class WindowCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    return ExitCode.DONE;
  }
}
