package org.kontor.ui.main;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.kontor.model.Location;
import org.kontor.model.Schema;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.Speaker;
import org.kontor.ui.form.FormViewModel;
import org.kontor.ui.form.Making;
import org.kontor.ui.form.TypedFields;

/** What comes into being without a file of its own, with a form of its type. */
final class NewObjects {
  private final Schema schema;
  private final Supplier<Location> shown;
  private final FormViewModel form;
  private final BiConsumer<Making, TypedFields> make;
  private final Speaker speaker;
  private final Consumer<MainViewModel.Wish> wish;
  private final Messages messages;

  /**
   * @param shown the place that is shown
   * @param make given what was typed
   * @param wish told where the keys shall go
   */
  NewObjects(
      Schema schema,
      Supplier<Location> shown,
      FormViewModel form,
      BiConsumer<Making, TypedFields> make,
      Speaker speaker,
      Consumer<MainViewModel.Wish> wish,
      Messages messages) {
    this.schema = schema;
    this.shown = shown;
    this.form = form;
    this.make = make;
    this.speaker = speaker;
    this.wish = wish;
    this.messages = messages;
  }

  /** A folder in the cabinet that is shown, or in the one whose folder is. */
  void folder() {
    cabinetShown().map(Making.Folder::new).ifPresentOrElse(this::askFor, this::notHere);
  }

  /** A register in the folder or register that is shown. */
  void register() {
    Optional.of(shown.get())
        .filter(Location.Container.class::isInstance)
        .map(place -> new Making.Register((Location.Container) place))
        .filter(making -> making.types(schema).findAny().isPresent())
        .ifPresentOrElse(this::askFor, this::notHere);
  }

  /** Lets the form ask for type and index data of something new, then makes it. */
  void askFor(Making making) {
    form.showNew(making, typed -> make.accept(making, typed));
    wish.accept(
        making.obviousType(schema).isEmpty()
            ? MainViewModel.Wish.TYPE
            : MainViewModel.Wish.FIRST_FIELD);
  }

  private void notHere() {
    speaker.failed(messages.get("new.notHere"));
  }

  private Optional<Location.Top> cabinetShown() {
    return switch (shown.get()) {
      case Location.Top top -> Optional.of(top);
      case Location.Container in ->
          schema.cabinetOf(in.type()).map(cabinet -> new Location.Top(cabinet.folderType().id()));
      case Location.Tray _ -> Optional.empty();
    };
  }
}
