package org.kontor.ui.common;

import java.nio.file.Path;
import java.util.Optional;

/** Asks for places on this computer. On the window's thread; returns when the person has chosen. */
public interface FileDialogs {

  /** Nobody is there to choose. */
  FileDialogs NOBODY =
      new FileDialogs() {
        @Override
        public Optional<Path> newFile(String name) {
          return Optional.empty();
        }

        @Override
        public Optional<Path> folder() {
          return Optional.empty();
        }

        @Override
        public Optional<Path> file() {
          return Optional.empty();
        }
      };

  /**
   * Where something shall be saved; the dialog has asked already whether a file that is there may
   * go.
   *
   * @param name proposed
   */
  Optional<Path> newFile(String name);

  /** A folder that is there, or was made in the dialog. */
  Optional<Path> folder();

  /** A file that is there. */
  Optional<Path> file();
}
