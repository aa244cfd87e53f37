package org.kontor.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.dms.Operation;
import org.kontor.dms.SourceFile;
import org.kontor.model.Location;
import org.kontor.model.MainType;
import org.kontor.outbox.Draft;

/** Files on their way to the tray, as documents without a type. */
final class TrayFiles {
  private TrayFiles() {}

  static List<Draft> drafts(List<Path> files) throws IOException {
    List<Draft> drafts = new ArrayList<>();
    for (Path file : files) {
      drafts.add(
          new Draft(
              file.getFileName().toString(),
              new Operation.Insert(
                  Location.TRAY,
                  Optional.empty(),
                  Optional.of(MainType.ANY_FILE),
                  Map.of(),
                  List.of(SourceFile.of(file)))));
    }
    return drafts;
  }

  /** Lower-case hex SHA-256. */
  static String digest(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
