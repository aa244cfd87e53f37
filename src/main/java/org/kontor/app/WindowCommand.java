package org.kontor.app;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kontor} as the command line describes it; see {@link WindowStart}. */
@Command(
    name = "kontor",
    resourceBundle = "org.kontor.app.usage",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false)
final class WindowCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli fills it
  private CommandSpec spec;

  @Parameters(paramLabel = "FILE|LINK", descriptionKey = "kontor.errand", arity = "0..*")
  private List<String> wanted = List.of();

  @Override
  public Integer call() throws IOException, InterruptedException {
    return new WindowStart(spec.commandLine().getErr()).with(wanted);
  }
}
