package org.kontor.ui.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kontor.ui.main.Samples.INVOICE;
import static org.kontor.ui.main.Samples.IN_JUNE;
import static org.kontor.ui.main.Samples.IN_MAY;
import static org.kontor.ui.main.Samples.PHOTO;
import static org.kontor.ui.main.Samples.document;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.dms.ChildAllowance;
import org.kontor.model.DmsObject;
import org.kontor.model.Location;
import org.kontor.ui.bin.Bench;
import org.kontor.ui.common.DropVerdict;

final class DropLimitsTest {
  private static final ChildAllowance ANY_PHOTO =
      new ChildAllowance(PHOTO.id(), OptionalInt.empty());

  @TempDir Path folder;
  private final DropLimits limits = new DropLimits(Samples.SCHEMA);
  private final DropSentences sentences = new DropSentences(Samples.SCHEMA, _ -> "May", Locale.UK);

  private static ChildAllowance invoices(int more) {
    return new ChildAllowance(INVOICE.id(), OptionalInt.of(more));
  }

  private static DropDecision move(int count) {
    return new DropDecision.Move(
        IntStream.range(0, count)
            .mapToObj(number -> document("d" + number, Optional.of(INVOICE)))
            .map(DmsObject.class::cast)
            .toList(),
        IN_JUNE,
        IN_MAY);
  }

  private String said(DropDecision decision) {
    return assertInstanceOf(DropVerdict.Unwelcome.class, sentences.verdict(decision)).sentence();
  }

  @Test
  void whatFitsStaysAsItIs() {
    assertEquals(move(2), limits.narrow(move(2), List.of(invoices(2))));
    assertEquals(
        move(2),
        limits.narrow(move(2), List.of(new ChildAllowance(INVOICE.id(), OptionalInt.empty()))));
  }

  @Test
  void howManyMoreFitIsTold() {
    assertEquals(
        "Only one more of “Invoice” may be here",
        said(limits.narrow(move(2), List.of(invoices(1)))));
    assertEquals(
        "No more of “Invoice” may be here", said(limits.narrow(move(1), List.of(invoices(0)))));
  }

  @Test
  void aTypeThatIsNotGrantedIsARightThatIsMissing() {
    assertTrue(said(limits.narrow(move(1), List.of(ANY_PHOTO))).contains("no right"));
    DropDecision files =
        new DropDecision.AskTypeOfFiles(List.of(Path.of("a.pdf")), IN_MAY, List.of(INVOICE), 2);
    assertTrue(said(limits.narrow(files, List.of(ANY_PHOTO))).contains("no right"));
  }

  @Test
  void filesAreOfferedTheTypesThatStillTakeThemAll() {
    DropDecision.AskTypeOfFiles files =
        new DropDecision.AskTypeOfFiles(
            List.of(Path.of("a.png"), Path.of("b.png")), IN_MAY, List.of(INVOICE, PHOTO), 2);
    assertEquals(
        new DropDecision.AskTypeOfFiles(files.paths(), IN_MAY, List.of(PHOTO), 2),
        limits.narrow(files, List.of(invoices(1), ANY_PHOTO)));
    assertTrue(said(limits.narrow(files, List.of(invoices(1)))).startsWith("Only one more"));
  }

  @Test
  void whatAServerSaysComesLaterAndIsKept() throws Exception {
    try (Bench bench = new Bench(folder, Locale.UK)) {
      Location.Container place = bench.places().getFirst();
      Allowances allowances = new Allowances(bench.server, bench.archive.tasks(), Locale.UK);
      List<String> news = new ArrayList<>();
      allowances.onNews(() -> news.add("more is known"));
      assertEquals(Optional.empty(), allowances.of(place), "never waited for");
      bench.until(() -> !news.isEmpty());
      assertEquals(Optional.of(bench.server.allowedChildren(place)), allowances.of(place));
      allowances.forget();
      assertEquals(Optional.empty(), allowances.of(place));

      assertEquals(Optional.empty(), allowances.of(bench.places().get(1)), "the pointer moved on");
      bench.until(() -> news.size() == 2);
      assertTrue(allowances.of(bench.places().get(1)).isPresent());
      assertEquals(Optional.empty(), allowances.of(place), "of what it left nothing is told");

      allowances.forget();
      List<Optional<List<ChildAllowance>>> answers = new ArrayList<>();
      allowances.whenKnown(place, answers::add);
      assertTrue(answers.isEmpty());
      bench.until(() -> !answers.isEmpty());
      assertEquals(Optional.of(bench.server.allowedChildren(place)), answers.getFirst());
      allowances.whenKnown(place, answers::add);
      assertEquals(2, answers.size(), "known by now");
    }
  }
}
