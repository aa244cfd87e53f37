package org.kontor.app;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.kontor.app.single.Errand;
import org.kontor.app.single.SingleInstance;
import org.kontor.settings.AppPaths;
import org.kontor.ui.common.Messages;

/**
 * What keeps a start from showing Kontor, in a sentence.
 *
 * @param errand what another Kontor shall do that has the window
 */
record StartObstacles(Messages messages, Errand errand) {

  /**
   * One of them.
   *
   * @param again tries it once more and tells whether that worked; blocks for up to eight seconds
   */
  record Obstacle(String sentence, Optional<Callable<Boolean>> again) {}

  /** Empty where nothing is in the way. */
  Optional<Obstacle> of(Preparation.Claim claim) {
    return switch (claim) {
      case Preparation.Claim.Ours _ -> Optional.empty();
      case Preparation.Claim.Theirs(boolean taken) ->
          taken
              ? Optional.empty()
              : Optional.of(new Obstacle(messages.get("window.hung"), Optional.of(this::handOver)));
      case Preparation.Claim.Denied(String folder) ->
          Optional.of(new Obstacle(messages.get("window.folder", folder), Optional.empty()));
    };
  }

  private boolean handOver() throws InterruptedException {
    return SingleInstance.handOver(AppPaths.ofThisStart().data(), errand);
  }
}
