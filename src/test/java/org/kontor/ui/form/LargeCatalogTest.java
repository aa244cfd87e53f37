package org.kontor.ui.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerLight;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.stage.Popup;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.model.Cabinet;
import org.kontor.model.Catalog;
import org.kontor.model.FieldType;
import org.kontor.model.Kind;
import org.kontor.model.MainType;
import org.kontor.model.ObjectType;
import org.kontor.model.Schema;
import org.kontor.model.TypeId;
import org.kontor.outbox.Outbox;
import org.kontor.task.BackgroundTasks;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.Notebook;
import org.kontor.ui.common.PlaceShelf;
import org.kontor.ui.common.UiThread;
import org.kontor.ui.main.FxWatch;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Catalogs of 50,000 entries are found in and picked from by keys without holding the window. */
@Tag("ui")
@Tag("measured")
final class LargeCatalogTest {
  private static final int ENTRIES = 50_000;
  private static final int BRANCHES = 20;
  private static final TypeId BILL = new TypeId("262160");
  private static final Schema SCHEMA = schema();

  private final FxRobot robot = new FxRobot();
  private final BackgroundTasks tasks = new BackgroundTasks(new UiThread());
  private FormViewModel model;
  private FormView view;
  private Stage stage;
  private Outbox outbox;
  @TempDir private Path folder;

  @BeforeAll
  static void toolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @BeforeEach
  void open() throws Exception {
    stage = FxToolkit.registerStage(Stage::new);
    outbox = Outbox.open(folder);
    robot.interact(
        () -> {
          Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
          model =
              new FormViewModel(
                  new SmallServer(),
                  SCHEMA,
                  outbox,
                  "test",
                  tasks,
                  new UiThread(),
                  Locale.GERMANY,
                  new PlaceShelf(Notebook.inMemory()),
                  new TypeHabits(SCHEMA, Notebook.inMemory()),
                  Notebook.inMemory());
          view = new FormView(model, Messages.of(FormView.class, Locale.GERMANY));
          stage.setScene(new Scene(view.root(), 360, 760));
          stage.show();
          stage.requestFocus();
        });
    until(() -> tasks.underWay().isEmpty());
    robot.interact(() -> model.showTray(List.of(Archive.typeless("1"))));
  }

  @AfterEach
  void close() throws Exception {
    tasks.close();
    outbox.close();
    robot.interact(stage::close);
  }

  @Test
  void isTypedAndPickedByKeysWithoutHoldingTheWindow() throws Exception {
    robot.interact(() -> model.types().choose(SCHEMA.type(BILL).orElseThrow()));
    try (FxWatch watch = new FxWatch()) {
      choose();
      watch.beginAnew();
      choose();
      watch.assertNeverHeldLong();
    }
  }

  private void choose() throws Exception {
    // The letters of a label are in every entry but the number is in one.
    for (String field : List.of("supplier", "account", "cost")) {
      robot.interact(() -> focus(field));
      robot.write("muller 47110", 0).type(KeyCode.TAB);
      assertEquals("47110", single(field).neutral(), field);
      robot.interact(() -> focus(field));
      robot.type(KeyCode.END).write("x", 0).type(KeyCode.ESCAPE);
    }
    robot.interact(() -> focus("tags"));
    robot.write("sohne 77", 0).type(KeyCode.ENTER).write("sohne 78", 0).type(KeyCode.ENTER);
    robot.type(KeyCode.BACK_SPACE, KeyCode.BACK_SPACE);
    for (String field : List.of("account", "cost")) {
      pickBehind(field);
    }
  }

  /** Opens the tree where the value stands, goes through it and takes what comes next. */
  private void pickBehind(String field) throws Exception {
    robot.interact(() -> focus(field));
    robot.type(KeyCode.F4);
    until(() -> tree().isPresent());
    TreeView<?> tree = tree().orElseThrow();
    assertTrue(tree.getSelectionModel().getSelectedIndex() >= 0, field);
    robot.type(KeyCode.PAGE_DOWN, KeyCode.PAGE_UP, KeyCode.END, KeyCode.HOME);
    robot.type(KeyCode.RIGHT, KeyCode.DOWN);
    robot.type(KeyCode.DOWN, 5);
    robot.type(KeyCode.ENTER);
    until(() -> tree().isEmpty());
    assertTrue(!single(field).neutral().equals("47110"), field);
  }

  private static Optional<TreeView<?>> tree() {
    return Window.getWindows().stream()
        .filter(Popup.class::isInstance)
        .flatMap(popup -> ((Popup) popup).getContent().stream())
        .filter(TreeView.class::isInstance)
        .<TreeView<?>>map(TreeView.class::cast)
        .findFirst();
  }

  private void focus(String field) {
    view.focus(model.dataProperty().get().orElseThrow().field(field).orElseThrow());
  }

  private SingleField single(String name) {
    return (SingleField) model.dataProperty().get().orElseThrow().field(name).orElseThrow();
  }

  private void until(BooleanSupplier condition) throws Exception {
    WaitForAsyncUtils.waitFor(
        30,
        TimeUnit.SECONDS,
        () -> {
          CompletableFuture<Boolean> now = new CompletableFuture<>();
          robot.interact(() -> now.complete(condition.getAsBoolean()));
          return now.join();
        });
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static Catalog.Entry supplier(int number, Catalog.Entry... children) {
    String name = "Müller " + number + " & Söhne";
    return Archive.entry(String.valueOf(number), name, name, children);
  }

  private static Catalog list() {
    return new Catalog(
        Catalog.Shape.LIST, IntStream.range(0, ENTRIES).mapToObj(n -> supplier(n)).toList());
  }

  /** Most of it in one branch. */
  private static Catalog nested(Catalog.Shape shape) {
    int inOthers = BRANCHES * 500;
    List<Catalog.Entry> branches =
        IntStream.range(0, BRANCHES)
            .mapToObj(branch -> branch("b" + branch, branch * 500, branch * 500 + 500))
            .toList();
    return new Catalog(
        shape,
        IntStream.rangeClosed(0, BRANCHES)
            .mapToObj(at -> at < BRANCHES ? branches.get(at) : branch("all", inOthers, ENTRIES))
            .toList());
  }

  private static Catalog.Entry branch(String name, int from, int to) {
    return Archive.entry(
        name,
        name,
        name,
        IntStream.range(from, to).mapToObj(n -> supplier(n)).toArray(Catalog.Entry[]::new));
  }

  private static Schema schema() {
    ObjectType bill =
        new ObjectType(
            BILL,
            "bill",
            Archive.text("Bill", "Beleg"),
            Kind.DOCUMENT,
            Optional.of(MainType.ANY_FILE),
            List.of(
                Archive.field(
                    "supplier", "Supplier", "Lieferant", new FieldType.Choice(list(), false)),
                Archive.field(
                    "account",
                    "Account",
                    "Konto",
                    new FieldType.Choice(nested(Catalog.Shape.HIERARCHY), false)),
                Archive.field(
                    "cost",
                    "Cost centre",
                    "Kostenstelle",
                    new FieldType.Choice(nested(Catalog.Shape.TREE), false)),
                Archive.field("tags", "Tags", "Stichworte", new FieldType.Choice(list(), true))),
            java.util.Map.of());
    Cabinet old = Archive.SCHEMA.cabinets().getFirst();
    return new Schema(
        List.of(
            new Cabinet(
                old.internalName(),
                old.name(),
                old.folderType(),
                old.registerTypes(),
                List.of(bill))));
  }
}
