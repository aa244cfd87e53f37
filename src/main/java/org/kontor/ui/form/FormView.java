package org.kontor.ui.form;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.kontor.ui.common.Action;
import org.kontor.ui.common.Ems;
import org.kontor.ui.common.FocusWithin;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.Theme;

/** The right pane of the window; see {@link FormViewModel}. */
public final class FormView {
  /** The fields keep so much in a low window, which scrolls then; pixels at 100 percent. */
  private static final double LEAST_FIELDS = 180;

  private final FormViewModel model;
  private final Messages texts;
  private final FieldEditors editors;
  private final TypeBox type;
  private final PlaceBox place;
  private final Label title = new Label();
  private final HBox titleLine = new HBox(4, title);
  private final Label notice = new Label();
  private final Label placeProblem = new Label();
  private final VBox typePart;
  private final VBox placePart;
  private final BatchProblemsView problems;
  private final VBox center = new VBox();
  private final Button submit = new Button();
  private final Button edit = new Button();
  private final Button revert = new Button();
  private final VBox content;
  private final Region empty;
  private final VBox root = new VBox();
  private @Nullable FieldSheet sheet;

  public FormView(FormViewModel model, Messages texts) {
    this.model = model;
    this.texts = texts;
    editors = new FieldEditors(model.dates(), texts);
    type = new TypeBox(model.types(), texts);
    place = new PlaceBox(model.places(), texts);
    type.setAfterEnter(this::focusFirstField);
    typePart = part(texts.get("type.label"), type.field());
    placePart = part(texts.get("place.label"), place.field());
    addPin(typePart, this::togglePinnedType, model.pins().typeProperty());
    addPin(placePart, this::togglePinnedPlace, model.pins().placeProperty());
    problems = new BatchProblemsView(model, texts);
    placePart.getChildren().add(placeProblem);
    content =
        new VBox(
            titleLine,
            typePart,
            new Separator(),
            center,
            new Separator(),
            placePart,
            notice,
            new ExaminationView(model, texts).root(),
            problems.root(),
            buttons());
    empty = new EmptyForm(texts).root();
    build();
    bind();
    showMode();
    showData();
  }

  private void build() {
    root.getStyleClass().add("form");
    root.getStylesheets().add(Theme.sheet(FormView.class, "form.css"));
    content.getStyleClass().add("form-content");
    title.getStyleClass().add(Styles.TITLE_4);
    title.setMaxWidth(Double.MAX_VALUE);
    title.setMinWidth(0);
    HBox.setHgrow(title, Priority.ALWAYS);
    titleLine.setAlignment(Pos.CENTER_LEFT);
    Tooltip whole = new Tooltip();
    whole.textProperty().bind(title.textProperty());
    title.setTooltip(whole);
    VBox.setVgrow(center, Priority.ALWAYS);
    Ems.minHeight(center, LEAST_FIELDS);
    VBox.setVgrow(content, Priority.ALWAYS);
    for (Label said : new Label[] {notice, placeProblem}) {
      said.getStyleClass().addAll("form-message", Styles.TEXT_SMALL);
      said.setWrapText(true);
      said.setMinHeight(Region.USE_PREF_SIZE);
      said.managedProperty().bind(said.visibleProperty());
      said.visibleProperty().bind(said.textProperty().isNotEmpty());
    }
    root.getChildren().setAll(content, empty);
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    root.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
    root.addEventHandler(KeyEvent.KEY_PRESSED, this::escaped);
  }

  private VBox part(String name, TextField field) {
    Text label = new Text(name);
    label.getStyleClass().add("form-label");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    VBox part = new VBox(new HBox(label, gap), field);
    part.getStyleClass().add("form-row");
    return part;
  }

  private void addPin(VBox part, Runnable toggle, ObservableValue<? extends Optional<?>> pin) {
    PinButton button = new PinButton(texts, toggle);
    button.showWithin(part);
    button.pinnedProperty().bind(pin.map(Optional::isPresent));
    button.offeredProperty().bind(model.modeProperty().isEqualTo(FormMode.TRAY));
    if (part.getChildren().getFirst() instanceof HBox heading) {
      heading.getChildren().add(button.node());
    }
  }

  private HBox buttons() {
    submit.getStyleClass().add(Styles.ACCENT);
    submit.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(submit, Priority.ALWAYS);
    submit.setOnAction(_ -> model.submit());
    edit.setText(texts.get("edit"));
    edit.setTooltip(new Tooltip(texts.get("edit.key")));
    edit.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(edit, Priority.ALWAYS);
    edit.setOnAction(_ -> edit());
    revert.setTooltip(new Tooltip(texts.get("revert.key")));
    revert.setOnAction(_ -> model.revert());
    for (Button button : new Button[] {submit, edit, revert}) {
      button.managedProperty().bind(button.visibleProperty());
    }
    HBox buttons = new HBox(edit, revert, submit);
    buttons.getStyleClass().add("form-buttons");
    return buttons;
  }

  private void bind() {
    title.textProperty().bind(model.titleProperty());
    notice.textProperty().bind(model.noticeProperty());
    submit.disableProperty().bind(model.busyProperty());
    model.modeProperty().addListener(_ -> showMode());
    model.dataProperty().addListener(_ -> showData());
    model.editableProperty().addListener(_ -> showEditable());
    model.places().chosenProperty().addListener(_ -> showMode());
    model.types().chosenProperty().addListener(_ -> showMode());
    model.types().fixedProperty().addListener(_ -> showMode());
    model.setAttention(
        new FormAttention() {
          @Override
          public void toType() {
            focusType();
          }

          @Override
          public void toPlace() {
            focusPlace();
          }

          @Override
          public void toField(FieldModel field) {
            focus(field);
          }
        });
  }

  private void showMode() {
    FormMode mode = model.modeProperty().get();
    show(content, mode != FormMode.NOTHING);
    show(empty, mode == FormMode.NOTHING);
    show(placePart, mode == FormMode.TRAY);
    typePart.pseudoClassStateChanged(FieldSheet.READ_ONLY, model.types().fixedProperty().get());
    placeProblem.setText(
        switch (model.places().fit()) {
          case FITS -> "";
          case OTHER_CABINET -> texts.get("place.other-cabinet.chosen");
          case NOT_HERE -> texts.get("place.not-here.chosen");
        });
    boolean assignOnly = model.places().chosen().isEmpty() && !model.types().fixedProperty().get();
    submit.setText(
        switch (mode) {
          case NOTHING, FILED -> texts.get("submit.save");
          case TRAY -> texts.get(assignOnly ? "submit.assign" : "submit.file");
          case NEW ->
              texts.get(
                  model.making().orElse(null) instanceof Making.Documents
                      ? "submit.new"
                      : "submit.make");
        });
    submit.setTooltip(new Tooltip(texts.get("submit.key")));
    showEditable();
  }

  private void showEditable() {
    boolean filed = model.modeProperty().get() == FormMode.FILED;
    boolean editable = model.editableProperty().get();
    boolean made = model.modeProperty().get() == FormMode.NEW;
    edit.setVisible(filed && !editable && model.dataProperty().get().isPresent());
    revert.setVisible(made || (filed && editable));
    revert.setText(texts.get(made ? "cancel" : "revert"));
    submit.setVisible(editable);
    if (sheet != null) {
      sheet.setEditable(editable);
    }
  }

  private void showData() {
    showEditable();
    boolean keysWereHere = FocusWithin.isIn(center);
    if (sheet != null) {
      sheet.close();
      sheet = null;
    }
    center.getChildren().clear();
    model
        .dataProperty()
        .get()
        .ifPresent(
            data -> {
              boolean fromTray = model.modeProperty().get() == FormMode.TRAY;
              FieldSheet made =
                  new FieldSheet(
                      data,
                      editors,
                      texts,
                      model.editableProperty().get(),
                      fromTray ? Optional.of(model.pins()::toggle) : Optional.empty());
              VBox.setVgrow(made.root(), Priority.ALWAYS);
              center.getChildren().add(made.root());
              sheet = made;
            });
    if (keysWereHere) {
      // Else the keys would go to whatever comes first in the window.
      type.field().requestFocus();
    }
  }

  private static void show(Region part, boolean wanted) {
    part.setVisible(wanted);
    part.setManaged(wanted);
  }

  private void pressed(KeyEvent key) {
    boolean submits = key.isShortcutDown() && !key.isShiftDown() && !key.isAltDown();
    boolean filed = model.modeProperty().get() == FormMode.FILED;
    if (submits && key.getCode() == KeyCode.P) {
      togglePin();
      key.consume();
    } else if (submits && key.getCode() == KeyCode.ENTER) {
      model.submit();
      key.consume();
    } else if (submits && key.getCode() == KeyCode.S && filed) {
      model.save();
      key.consume();
    } else if (key.getCode() == KeyCode.F2 && filed) {
      edit();
      key.consume();
    } else if (filed && changesText(key)) {
      model.edit();
    }
  }

  private void togglePinnedType() {
    model.pins().toggleType(model.types().chosen());
  }

  private void togglePinnedPlace() {
    model.pins().togglePlace(model.places().chosen());
  }

  /** Of the field that the keys are in. */
  private void togglePin() {
    if (model.modeProperty().get() != FormMode.TRAY) {
      return;
    }
    if (FocusWithin.isIn(typePart)) {
      togglePinnedType();
    } else if (FocusWithin.isIn(placePart)) {
      togglePinnedPlace();
    } else if (sheet != null) {
      sheet.focused().ifPresent(model.pins()::toggle);
    }
  }

  /** Keys that change text without typing any. */
  private static boolean changesText(KeyEvent key) {
    return switch (key.getCode()) {
      case DELETE, BACK_SPACE -> true;
      case V, X -> key.isShortcutDown();
      case SPACE -> key.getTarget() instanceof CheckBox;
      default -> false;
    };
  }

  /** The first letter typed into a field begins to edit it. */
  private void typed(KeyEvent key) {
    String letters = key.getCharacter();
    if (model.modeProperty().get() == FormMode.FILED
        && key.getTarget() instanceof TextInputControl
        && !letters.isEmpty()
        && letters.charAt(0) >= ' '
        && letters.charAt(0) != 127
        && !key.isShortcutDown()) {
      model.edit();
    }
  }

  private void escaped(KeyEvent key) {
    if (key.getCode() == KeyCode.ESCAPE && revert.isVisible()) {
      model.revert();
      key.consume();
    }
  }

  /** Opens the fields of documents in a container, and leads to the first of them. */
  public void edit() {
    if (model.editableProperty().get() || model.modeProperty().get() == FormMode.FILED) {
      model.edit();
      if (!FocusWithin.isIn(center)) {
        focusFirstField();
      }
    }
  }

  public Region root() {
    return root;
  }

  /** Offers something beside the title of a filed document. */
  public void addTitleAction(Action action) {
    Button button = action.iconButton();
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.visibleProperty().bind(model.modeProperty().isEqualTo(FormMode.FILED));
    button.managedProperty().bind(button.visibleProperty());
    titleLine.getChildren().add(button);
  }

  /** Shows something between the title and what can be done. */
  public void addToTitle(Node node) {
    titleLine.getChildren().add(1, node);
  }

  /** To the type, its text marked, so that letters typed replace it. */
  public void focusType() {
    type.field().requestFocus();
    type.field().selectAll();
  }

  /** To the place, offering the ones used last. */
  public void focusPlace() {
    place.field().requestFocus();
    place.field().selectAll();
    place.offerAll();
  }

  void focus(FieldModel field) {
    if (sheet != null) {
      sheet.focus(field);
    }
  }

  /** To the first field that may be typed in. */
  public void focusFirstField() {
    if (sheet != null) {
      sheet.focusFirst();
    }
  }
}
