package org.kontor.ui.settings;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.kontor.settings.Amounts;

/** How much Kontor takes of servers and of this computer. */
final class AmountsViewModel {
  private static final List<Integer> PARALLEL = List.of(1, 2, 3, 4, 6, 8, 12, 16, 32, 64);

  /** As the server's profile says, or the usual. */
  static final int BY_ITSELF = 0;

  private static final List<Integer> PREVIEW = List.of(16, 64, 128, 256, 512, 1024, 2048, 8192);
  private static final List<Integer> COPIES = List.of(1, 8, 16, 32, 64, 128, 256, 1024);

  private final SettingsDesk desk;

  AmountsViewModel(SettingsDesk desk) {
    this.desk = desk;
  }

  // Out

  Amounts amounts() {
    return desk.settingsProperty().get().amounts();
  }

  /** Requests at once, or {@link #BY_ITSELF}. */
  int parallelNow() {
    return amounts().parallel().orElse(BY_ITSELF);
  }

  /** Requests at once that are offered. */
  List<Integer> parallel() {
    return Stream.concat(Stream.of(BY_ITSELF), PARALLEL.stream()).toList();
  }

  /** Megabytes for previews that are offered. */
  List<Integer> preview() {
    return PREVIEW;
  }

  /** Megabytes of a copied file that are offered. */
  List<Integer> copies() {
    return COPIES;
  }

  // In

  void useParallel(int requests) {
    change(
        amounts ->
            amounts.withParallel(requests == BY_ITSELF ? Optional.empty() : Optional.of(requests)));
  }

  void usePreview(int megabytes) {
    change(amounts -> amounts.withPreview(megabytes));
  }

  void useCopies(int megabytes) {
    change(amounts -> amounts.withCopies(megabytes));
  }

  private void change(UnaryOperator<Amounts> change) {
    Amounts changed = change.apply(amounts());
    if (!changed.equals(amounts())) {
      desk.use(desk.settingsProperty().get().with(changed));
    }
  }
}
