package org.kontor.app;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.kontor.app.single.Errand;
import org.kontor.app.single.SingleInstance;
import org.kontor.settings.AppPaths;
import picocli.CommandLine.Command;

/**
 * {@code kontor train}: what the packages run once, without a display, so that the Java machine
 * learns what a start needs. Opens the window on this computer's archive and closes it again.
 */
@Command(name = "train", hidden = true)
final class TrainCommand implements Callable<Integer> {
  @Override
  public Integer call() throws IOException {
    AppPaths paths = ThisStart.prepare();
    try (SingleInstance instance = SingleInstance.claim(paths.data()).orElseThrow()) {
      DesktopApplication.begin(new Start(paths, instance, Errand.NONE, true));
      return ExitCode.DONE;
    }
  }
}
