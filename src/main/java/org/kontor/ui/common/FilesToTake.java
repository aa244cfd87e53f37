package org.kontor.ui.common;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Files of documents that are dragged to other programs. On the window's thread. */
public interface FilesToTake {

  /** For lists whose rows other programs get nothing of. */
  FilesToTake NONE =
      new FilesToTake() {
        @Override
        public void prepare(Dragged dragged) {
          // Other programs get nothing of it.
        }

        @Override
        public Optional<List<Path>> ready(Dragged dragged) {
          return Optional.of(List.of());
        }

        @Override
        public void cameTooEarly() {
          // Nothing was to come.
        }
      };

  /** They may be dragged in a moment: their files are fetched in the background. */
  void prepare(Dragged dragged);

  /** Their files; none where there are none to take; empty while some are still on their way. */
  Optional<List<Path>> ready(Dragged dragged);

  /** They were let go outside before their files were there. */
  void cameTooEarly();
}
