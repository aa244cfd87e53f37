package org.kontor.ui.main;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.kontor.dms.ChildAllowance;
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
  private final NewRegisters registers;
  private final Supplier<Allowances> allowances;
  private final Supplier<Location> shown;
  private final FormViewModel form;
  private final BiConsumer<Making, TypedFields> make;
  private final Speaker speaker;
  private final Consumer<MainViewModel.Wish> wish;
  private final Messages messages;

  /**
   * @param allowances what containers take, as the server says
   * @param shown the place that is shown
   * @param make given what was typed
   * @param wish told where the keys shall go
   */
  NewObjects(
      Schema schema,
      Supplier<Allowances> allowances,
      Supplier<Location> shown,
      FormViewModel form,
      BiConsumer<Making, TypedFields> make,
      Speaker speaker,
      Consumer<MainViewModel.Wish> wish,
      Messages messages) {
    this.schema = schema;
    registers = new NewRegisters(schema);
    this.allowances = allowances;
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

  /**
   * A register in the folder or register that is shown. Where the server tells what may be made
   * there, it is asked before the person types anything.
   */
  void register() {
    if (shown.get() instanceof Location.Container place && canHoldRegisters(place)) {
      allowances
          .get()
          .whenKnown(
              place,
              told -> {
                if (shown.get().equals(place)) {
                  whyNoRegister(place, told)
                      .ifPresentOrElse(
                          speaker::failed, () -> askFor(registers.making(place, told)));
                }
              });
    } else {
      notHere();
    }
  }

  /**
   * Why no register can be made in a place, as far as the server has told by now; empty when
   * nothing is known to stand in the way.
   */
  Optional<String> whyNoRegister(Location.Container place) {
    return whyNoRegister(place, allowances.get().known(place));
  }

  private Optional<String> whyNoRegister(
      Location.Container place, Optional<List<ChildAllowance>> told) {
    return switch (registers.verdict(place, told)) {
      case FREE -> Optional.empty();
      case NO_RIGHT -> Optional.of(messages.get("new.noRight"));
      case FULL -> Optional.of(messages.get("new.full"));
    };
  }

  private boolean canHoldRegisters(Location.Container place) {
    return new Making.Register(place).types(schema).findAny().isPresent();
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
