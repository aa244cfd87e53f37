package org.kontor.app;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * {@code kontor train}: what the packages run once, without a display, so that the Java machine
 * learns what a start needs. Opens the window on this computer's archive and closes it again.
 */
@Command(name = "train", hidden = true)
final class TrainCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli fills it
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    DisplayClasses.load();
    return new WindowStart(spec.commandLine().getErr()).rehearse();
  }
}
