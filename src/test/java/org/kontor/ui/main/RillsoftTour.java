package org.kontor.ui.main;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import org.kontor.app.DialectPoints;
import org.kontor.model.Location;
import org.kontor.settings.ServerKind;
import org.kontor.ui.common.Messages;
import org.kontor.ui.form.FormMode;
import org.kontor.ui.login.NewServerView;
import org.kontor.ui.login.NewServerViewModel;
import org.kontor.ui.login.Secret;
import org.kontor.ui.login.SignInRequest;
import org.kontor.ui.login.SignInView;
import org.kontor.ui.login.SignInViewModel;

/** Leads through what only the profiles of a Rillsoft server show. */
final class RillsoftTour {
  private final Desk desk;
  private final Path folder;
  private final MainViewModel model;
  private final ScreenTour tour;

  /**
   * @param desk on a server that is asked by the Rillsoft API
   * @param folder for files to be dropped
   */
  RillsoftTour(Desk desk, Path folder, ScreenTour tour) {
    this.desk = desk;
    this.folder = folder;
    this.tour = tour;
    model = desk.window.model();
  }

  void go() throws Exception {
    Location.Container task = RillsoftWindowTest.place(desk, "task.1", 0);
    Location.Container filing = RillsoftWindowTest.place(desk, "dmsfolder.1", 0);
    secondPlace(task, filing);
    bothTrees(task, filing);
    document();
    tray(task);
    profiles();
  }

  /** A file is dropped on a task that nothing is remembered for. */
  private void secondPlace(Location.Container task, Location.Container filing) throws Exception {
    Path plan = Files.writeString(folder.resolve("Bewehrungsplan Süd.txt"), "plan");
    desk.robot.interact(() -> model.tree().select(task));
    desk.until(() -> model.tree().selected().get().location().equals(task));
    desk.robot.interact(() -> desk.window.upload(List.of(plan)));
    desk.until(() -> desk.window.view().overlay().isShown());
    tour.stop("rillsoft-second");
    RillsoftWindowTest.chooseInSheet(desk, filing);
    desk.until(() -> desk.allDone(1));
    tour.hold(KeyCode.SHIFT, KeyCode.L);
    desk.until(() -> desk.window.view().overlay().isShown());
    tour.sheet("rillsoft-remember");
  }

  private void bothTrees(Location.Container task, Location.Container filing) throws Exception {
    desk.robot.interact(() -> model.tree().select(filing));
    desk.until(() -> model.contents().rows().size() > 1);
    desk.chord(KeyCode.CONTROL, KeyCode.DIGIT2);
    desk.robot.type(KeyCode.RIGHT);
    tour.stop("rillsoft-filing");
    Location.Container project = RillsoftWindowTest.place(desk, "project.1", 0);
    desk.robot.interact(() -> model.tree().select(project));
    desk.until(() -> model.tree().selected().get().location().equals(project));
    desk.chord(KeyCode.CONTROL, KeyCode.DIGIT2);
    desk.robot.type(KeyCode.RIGHT);
    desk.robot.type(KeyCode.DOWN);
    desk.robot.type(KeyCode.RIGHT);
    tour.stop("rillsoft-plan");
    desk.robot.interact(() -> model.tree().select(task));
    desk.until(() -> model.tree().selected().get().location().equals(task));
    desk.until(() -> !model.contents().rows().isEmpty());
  }

  private void document() throws Exception {
    desk.robot.interact(() -> desk.selectFirstDocument());
    desk.until(() -> model.form().modeProperty().get() == FormMode.FILED);
    desk.until(() -> !model.preview().busyProperty().get());
    tour.stop("rillsoft-task");
    desk.chord(KeyCode.CONTROL, KeyCode.DIGIT3);
    desk.robot.type(KeyCode.F2);
    desk.until(() -> model.form().editableProperty().get());
    tour.stop("rillsoft-form");
    desk.robot.type(KeyCode.ESCAPE);
    desk.chord(KeyCode.CONTROL, KeyCode.DIGIT3);
    desk.chord(KeyCode.CONTROL, KeyCode.M);
    tour.sheet("rillsoft-move");
    desk.chord(KeyCode.CONTROL, KeyCode.DIGIT3);
    desk.robot.type(KeyCode.DELETE);
    desk.until(() -> !DocumentsWindowTest.button(desk, "delete.do").isDisabled());
    tour.sheet("rillsoft-delete");
    desk.chord(KeyCode.CONTROL, KeyCode.DIGIT3);
    desk.chord(KeyCode.ALT, KeyCode.ENTER);
    desk.until(() -> model.documents().facts().shownProperty().get());
    tour.stop("rillsoft-facts");
    desk.chord(KeyCode.CONTROL, KeyCode.DIGIT3);
    desk.chord(KeyCode.ALT, KeyCode.ENTER);
  }

  private void tray(Location.Container task) throws Exception {
    desk.chord(KeyCode.CONTROL, KeyCode.DIGIT1);
    List<Path> files =
        List.of(
            Files.writeString(folder.resolve("Protokoll Baubesprechung 12.txt"), "Protokoll"),
            Files.writeString(folder.resolve("Statik Nachweis Decke.txt"), "Nachweis"),
            Files.writeString(folder.resolve("Lied.mp3"), "la la"));
    desk.robot.interact(() -> desk.window.upload(files));
    desk.until(
        () -> model.tray().rows().stream().filter(row -> row.document().isPresent()).count() == 2);
    desk.until(() -> RillsoftWindowTest.refused(desk).isPresent());
    desk.robot.interact(() -> desk.selectInTray("Protokoll Baubesprechung 12.txt"));
    desk.until(() -> model.form().modeProperty().get() == FormMode.TRAY);
    desk.chord(KeyCode.CONTROL, KeyCode.L);
    desk.robot.write(RillsoftWindowTest.name(desk, task), 0);
    desk.robot.type(KeyCode.ENTER);
    desk.until(() -> !model.preview().busyProperty().get());
    tour.stop("rillsoft-tray");
  }

  /** What comes before the window of a server, and the settings. */
  private void profiles() throws Exception {
    Locale locale = tour.locale();
    desk.robot.interact(() -> showNewServer(locale));
    tour.stop("rillsoft-new-server");
    desk.robot.interact(() -> pane().setExpanded(true));
    tour.stop("rillsoft-new-server-open");
    desk.robot.interact(() -> desk.window.view().overlay().hide());
    desk.robot.interact(() -> showSignIn(locale));
    tour.stop("rillsoft-token");
    desk.robot.interact(() -> desk.window.view().overlay().hide());

    desk.chord(KeyCode.CONTROL, KeyCode.COMMA);
    ListView<?> servers = (ListView<?>) desk.stage.getScene().lookup("#settings-servers");
    desk.robot.interact(() -> servers.getSelectionModel().select(1));
    desk.robot.interact(() -> pane().setExpanded(true));
    desk.robot.interact(() -> scroll().setVvalue(0.15));
    tour.sheet("rillsoft-profile");
  }

  private void showNewServer(Locale locale) {
    NewServerView view =
        new NewServerView(
            new NewServerViewModel(_ -> {}, () -> {}, DialectPoints::of, locale),
            Messages.of(NewServerView.class, locale));
    desk.window.view().overlay().show(view.root(), view::focus);
    @SuppressWarnings("unchecked")
    ComboBox<ServerKind> kind = (ComboBox<ServerKind>) view.root().lookup("#server-kind");
    kind.setValue(ServerKind.RILLSOFT);
  }

  private void showSignIn(Locale locale) {
    SignInRequest request =
        new SignInRequest(
            "Projekte",
            URI.create("https://ris.example.org").toString(),
            "beispiel",
            true,
            true,
            true,
            Secret.TOKEN);
    SignInView view =
        new SignInView(
            new SignInViewModel<>(
                request, _ -> "in", _ -> {}, desk.tasks(), desk.settings::trust, locale),
            Messages.of(SignInView.class, locale));
    desk.window.view().overlay().show(view.root(), view::focus);
  }

  private TitledPane pane() {
    return (TitledPane) desk.stage.getScene().lookup("#dialect");
  }

  private ScrollPane scroll() {
    return (ScrollPane) desk.stage.getScene().lookup(".settings-page");
  }
}
