package org.kontor.outbox;

import java.util.List;
import java.util.Optional;
import org.kontor.dms.Operation;
import org.kontor.dms.Receipt;
import org.kontor.dms.SourceFile;
import org.kontor.model.Location;
import org.kontor.model.TypeId;

/**
 * What is proved about one entry that is done, as it is given out of the house.
 *
 * @param place id of the folder or register, or "tray"; empty where the operation names none
 * @param sha256 of the file that was sent, else as read back; empty where neither is known
 */
record ReceiptLine(
    String file, String object, String type, String place, long bytes, String sha256, String time) {
  static final List<String> HEADINGS =
      List.of("file", "object", "type", "place", "bytes", "sha256", "time");

  /** One for each that is done, in their order. */
  static List<ReceiptLine> of(List<Entry> entries) {
    return entries.stream()
        .flatMap(entry -> entry.receipt().map(receipt -> line(entry, receipt)).stream())
        .toList();
  }

  private static ReceiptLine line(Entry entry, Receipt receipt) {
    List<SourceFile> files = entry.operation().files();
    return new ReceiptLine(
        files.size() == 1 ? files.getFirst().name() : entry.title(),
        receipt.object().value(),
        receipt.type().map(TypeId::value).orElse(""),
        receipt.place().map(ReceiptLine::place).orElseGet(() -> target(entry.operation())),
        receipt.bytes(),
        receipt
            .sha256()
            .or(() -> files.size() == 1 ? files.getFirst().sha256() : Optional.empty())
            .orElse(""),
        receipt.provedAt().toString());
  }

  List<String> cells() {
    return List.of(file, object, type, place, Long.toString(bytes), sha256, time);
  }

  private static String target(Operation operation) {
    return switch (operation) {
      case Operation.NewObject made -> place(made.target());
      case Operation.FileAway filing -> place(filing.target());
      case Operation.Move move -> place(move.to());
      case Operation.MoveAndUpdate move -> place(move.to());
      case Operation.AddLocation added -> place(added.to());
      default -> "";
    };
  }

  private static String place(Location location) {
    return switch (location) {
      case Location.Tray _ -> "tray";
      case Location.Top top -> top.folderType().value();
      case Location.Container container -> container.id().value();
    };
  }
}
