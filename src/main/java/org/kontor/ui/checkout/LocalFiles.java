package org.kontor.ui.checkout;

import java.nio.file.Path;
import org.kontor.ui.common.FileDialogs;

/**
 * Where documents lie while they are on this computer, what opens them, and who asks where else.
 *
 * @param folder of the signed-in person of this computer; made when missing, readable by her only
 */
public record LocalFiles(Path folder, Programs programs, FileDialogs dialogs) {
  /** Where nobody is asked. */
  public LocalFiles(Path folder, Programs programs) {
    this(folder, programs, FileDialogs.NOBODY);
  }
}
