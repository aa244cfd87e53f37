package org.kontor.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.ui.main.FileWalk;

/**
 * What a {@code kontor send} is asked for.
 *
 * @param files files and folders, as named
 * @param to object id of the container; empty for the tray
 * @param also object id of the place in the other cabinet, where documents lie in two of them
 * @param type as typed by the person
 * @param fields internal name to value, in the neutral writing of {@code FieldValue}
 * @param skipDuplicates leaves out files whose content is there already
 * @param receipts where what is proved is written to
 */
record SendRequest(
    List<Path> files,
    Optional<String> to,
    Optional<String> also,
    Optional<String> type,
    Map<String, String> fields,
    boolean skipDuplicates,
    Optional<Path> receipts) {

  /** Every file named, folders with all that lies below them. */
  FileWalk.Found allFiles() throws IOException {
    return FileWalk.below(files, () -> false);
  }
}
