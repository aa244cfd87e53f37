package org.kontor.ui.main;

import java.util.List;
import java.util.Optional;
import org.kontor.dms.Feature;
import org.kontor.model.Kind;
import org.kontor.model.Location;
import org.kontor.model.ObjectType;
import org.kontor.model.Schema;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.OpenArchive;
import org.kontor.ui.form.FormMode;
import org.kontor.ui.form.FormViewModel;
import org.kontor.ui.form.TypeHabits;
import org.kontor.ui.preview.Finder;

/**
 * Why a command of the window cannot be carried out now, in a sentence that says what to do. What
 * is told by the server only when it is asked, the command itself finds out. On the window's
 * thread.
 */
final class Obstacles {
  private static final String MOST_USED = "key.mostUsed.";

  private final OpenArchive archive;
  private final SelectionObstacles selection;
  private final Selections selections;
  private final FormViewModel form;
  private final TypeHabits habits;
  private final Navigation navigation;
  private final Reception reception;
  private final Finder finder;
  private final Messages messages;

  Obstacles(
      OpenArchive archive,
      SelectionObstacles selection,
      Selections selections,
      FormViewModel form,
      TypeHabits habits,
      Navigation navigation,
      Reception reception,
      Finder finder) {
    this.archive = archive;
    this.selection = selection;
    this.selections = selections;
    this.form = form;
    this.habits = habits;
    this.navigation = navigation;
    this.reception = reception;
    this.finder = finder;
    messages = Messages.of(Obstacles.class, archive.locale());
  }

  /**
   * @param id of a command, as in the list of keys
   * @return empty when nothing is known to stand in the way
   */
  Optional<String> to(String id) {
    return switch (id) {
      case "key.openFile", "key.pages" -> selection.toReadFile();
      case "key.editFile", "key.replace" -> selection.toChangeFile();
      case "key.saveAs" -> selection.toSaveFiles();
      case "key.custody" -> without(Feature.RETENTION).or(selection::toKeep);
      case "key.facts" -> selection.toShowFacts();
      case "key.delete" -> selection.toDelete();
      case "key.deletePlace" -> when(!navigation.isContainer(), "cannot.deletePlace");
      case "key.moveTo", "key.cut" -> selection.toCarry();
      case "key.addLocation" -> without(Feature.SEVERAL_LOCATIONS).or(selection::toAddLocation);
      case "key.makeReference" -> without(Feature.REFERENCES).or(selection::toRefer);
      case "copyLink", "copyId" -> selection.nothing();
      case "key.bin" -> without(Feature.RECYCLE_BIN);
      case "key.newFolder" -> without(Feature.NEW_CONTAINERS).or(this::toMakeFolder);
      case "key.newRegister" -> without(Feature.NEW_CONTAINERS).or(this::toMakeRegister);
      case "key.favourite" -> when(!navigation.isContainer(), "cannot.favourite");
      case "key.goBack" -> when(!navigation.hasBackProperty().get(), "cannot.back");
      case "key.goForward" -> when(!navigation.hasForwardProperty().get(), "cannot.forward");
      case "key.goUp" -> when(navigation.aboveProperty().get().isEmpty(), "cannot.up");
      case "key.next" -> toStep(selections.hasNext(), "cannot.next");
      case "key.previous" -> toStep(selections.hasPrevious(), "cannot.previous");
      case "key.skip" -> when(!selections.inTrayProperty().get(), "cannot.onlyInTray");
      case "key.aside" ->
          when(!selections.inTrayProperty().get(), "cannot.onlyInTray").or(selection::nothing);
      case "key.type" -> toType();
      case "key.place" -> toPlace();
      case "key.edit" -> toEdit();
      case "key.save" ->
          toSubmit()
              .or(() -> when(form.modeProperty().get() == FormMode.TRAY, "cannot.saveInTray"));
      case "key.submit", "key.submitAll" -> toSubmit();
      case "key.paste" -> Optional.of(messages.get("cannot.paste"));
      case "key.find", "key.findNext", "key.findPrevious" ->
          when(!finder.isOffered(), "cannot.find");
      case "key.duplicates" -> when(reception.duplicates().open().isEmpty(), "cannot.noDuplicates");
      default -> id.startsWith(MOST_USED) ? toMostUsed(id) : Optional.empty();
    };
  }

  private Optional<String> without(Feature feature) {
    return when(!archive.offers(feature), "cannot.server." + feature.name());
  }

  private Optional<String> toMakeFolder() {
    return when(
        navigation.hereProperty().get().location() instanceof Location.Tray, "cannot.newFolder");
  }

  private Optional<String> toMakeRegister() {
    if (!(navigation.hereProperty().get().location() instanceof Location.Container place)) {
      return Optional.of(messages.get("cannot.newRegister"));
    }
    Schema schema = archive.schema();
    boolean none = schema.childTypes(place.type()).noneMatch(type -> type.kind() == Kind.REGISTER);
    return none
        ? Optional.of(
            messages.get("cannot.noRegisterHere", navigation.hereProperty().get().title()))
        : reception.newObjects().whyNoRegister(place);
  }

  private Optional<String> toStep(boolean isThere, String key) {
    return selections.isEmpty()
        ? Optional.of(messages.get("cannot.emptyList"))
        : when(!isThere, key);
  }

  private Optional<String> toType() {
    return toForm().or(() -> when(form.isTypeFixed(), "cannot.typeFixed"));
  }

  private Optional<String> toMostUsed(String id) {
    int number = Integer.parseInt(id.substring(MOST_USED.length()));
    List<ObjectType> known = habits.mostUsed();
    return toType()
        .or(
            () ->
                number <= known.size()
                    ? Optional.empty()
                    : Optional.of(messages.get("cannot.mostUsed", known.size())));
  }

  private Optional<String> toPlace() {
    return toForm().or(() -> when(form.modeProperty().get() != FormMode.TRAY, "cannot.place"));
  }

  private Optional<String> toEdit() {
    return form.editableProperty().get()
        ? Optional.empty()
        : toForm()
            .or(
                () ->
                    form.isFixedContainer() ? without(Feature.CHANGE_CONTAINERS) : Optional.empty())
            .or(selection::toChangeFields);
  }

  private Optional<String> toSubmit() {
    return toForm().or(() -> when(!form.editableProperty().get(), "cannot.save"));
  }

  /** The form is empty: nothing is selected, or what has none. */
  private Optional<String> toForm() {
    return form.modeProperty().get() == FormMode.NOTHING
        ? selection.nothing().or(() -> Optional.of(messages.get("cannot.noForm")))
        : Optional.empty();
  }

  private Optional<String> when(boolean hindered, String key) {
    return hindered ? Optional.of(messages.get(key)) : Optional.empty();
  }
}
