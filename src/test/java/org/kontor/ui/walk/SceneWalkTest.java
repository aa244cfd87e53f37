package org.kontor.ui.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kontor.ui.common.Theme;
import org.testfx.api.FxToolkit;

/** The walk can fail: each rule on a scene that breaks it, and on one that does not. */
@Tag("ui")
final class SceneWalkTest {
  @BeforeAll
  static void toolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  private static Button named(String name) {
    Button button = new Button(name);
    button.setMinWidth(Button.USE_PREF_SIZE);
    return button;
  }

  private static TextField field(String name) {
    TextField field = new TextField();
    field.setAccessibleText(name);
    return field;
  }

  @Test
  void aGoodSceneHasNoFindings() throws Exception {
    VBox good = new VBox(8, new Label("Number"), field("Number"), named("Save"), named("Close"));
    assertEquals(List.of(), rules(good, SceneWalk::look));
    assertEquals(List.of(), rules(good(), SceneWalk::tab));
  }

  private static Parent good() {
    return new VBox(8, new Label("Number"), field("Number"), named("Save"), named("Close"));
  }

  @Test
  void aControlWithoutANameOrARoleIsFound() throws Exception {
    assertEquals(List.of(Finding.Rule.NAME), rules(new VBox(new TextField()), SceneWalk::look));
    Button button = named("x");
    button.setAccessibleRole(AccessibleRole.NODE);
    assertEquals(List.of(Finding.Rule.NAME), rules(new VBox(button), SceneWalk::look));
  }

  @Test
  void whatTabDoesNotReachAndWhatKeepsItIsFound() throws Exception {
    Button kept = named("Kept");
    kept.addEventFilter(KeyEvent.KEY_PRESSED, KeyEvent::consume);
    assertEquals(
        List.of(Finding.Rule.TAB, Finding.Rule.TAB),
        rules(new VBox(kept, named("Never")), SceneWalk::tab).stream()
            .filter(Finding.Rule.TAB::equals)
            .toList());
    TextArea area = new TextArea();
    area.setAccessibleText("Remark");
    assertEquals(
        true, rules(new VBox(area, named("Never")), SceneWalk::tab).contains(Finding.Rule.TAB));
  }

  @Test
  void cutTextIsFoundUnlessATooltipSaysTheWhole() throws Exception {
    Label narrow = new Label("Auftragsbestätigungsnummer des Lieferanten");
    narrow.setMaxWidth(80);
    assertEquals(List.of(Finding.Rule.CUT), rules(new VBox(narrow), SceneWalk::look));
    Label told = new Label("Auftragsbestätigungsnummer des Lieferanten");
    told.setMaxWidth(80);
    told.setTooltip(new Tooltip(told.getText()));
    assertEquals(List.of(), rules(new VBox(told), SceneWalk::look));
    Label low = new Label("Auftragsbestätigung");
    low.setMaxHeight(6);
    low.setMinHeight(6);
    assertEquals(List.of(Finding.Rule.CUT), rules(new VBox(low), SceneWalk::look));
    Label beyond = new Label("Auftragsbestätigungsnummer");
    beyond.setMinWidth(Label.USE_PREF_SIZE);
    Pane pane = new Pane(beyond);
    beyond.setLayoutX(350);
    assertEquals(List.of(Finding.Rule.CUT), rules(pane, SceneWalk::look));
    TextField prompt = field("Suche");
    prompt.setPromptText("In den Dokumenten der ganzen Registratur suchen");
    prompt.setMaxWidth(90);
    assertEquals(List.of(Finding.Rule.CUT), rules(new VBox(prompt), SceneWalk::look));
  }

  @Test
  void faintWritingIsFoundAlsoWhenOpacityMakesItFaint() throws Exception {
    Label faint = new Label("Number");
    faint.setStyle("-fx-text-fill: #999999;");
    assertEquals(List.of(Finding.Rule.CONTRAST), rules(new VBox(faint), SceneWalk::look));
    Label through = new Label("Number");
    through.setOpacity(0.4);
    assertEquals(List.of(Finding.Rule.CONTRAST), rules(new VBox(through), SceneWalk::look));
    Label onDark = new Label("Number");
    HBox dark = new HBox(onDark);
    dark.setStyle("-fx-background-color: #333333;");
    assertEquals(List.of(Finding.Rule.CONTRAST), rules(new VBox(dark), SceneWalk::look));
    Label large = new Label("Number");
    large.setStyle("-fx-text-fill: #888888; -fx-font-size: 26px;");
    assertEquals(List.of(), rules(new VBox(large), SceneWalk::look));
  }

  @Test
  void aFieldWhoseEdgeIsNotSeenIsFound() throws Exception {
    TextField faint = field("Number");
    faint.setStyle("-color-input-border: #d0d7de;");
    assertEquals(List.of(Finding.Rule.CONTRAST), rules(new HBox(faint), SceneWalk::look));
    assertEquals(
        List.of(), rules(new HBox(field("Number"), new CheckBox("Closed")), SceneWalk::look));
  }

  @Test
  void aFocusThatIsNotSeenIsFound() throws Exception {
    Label plain = new Label("Reached by Tab");
    plain.setFocusTraversable(true);
    assertEquals(
        List.of(Finding.Rule.FOCUS),
        rules(new VBox(40, plain, named("Save"), field("Number")), SceneWalk::tab));
  }

  private static List<Finding.Rule> rules(Parent root, Function<Scene, List<Finding>> walk)
      throws Exception {
    CompletableFuture<List<Finding.Rule>> found = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          Stage stage = new Stage();
          try {
            Theme theme = new Theme(Theme.Mode.LIGHT);
            theme.install();
            Scene scene = new Scene(root, 400, 300);
            theme.dress(scene);
            stage.setScene(scene);
            stage.show();
            root.applyCss();
            root.layout();
            root.lookupAll(".button").stream().findFirst().ifPresent(Node::requestFocus);
            found.complete(walk.apply(scene).stream().map(Finding::rule).toList());
          } catch (RuntimeException failure) {
            found.completeExceptionally(failure);
          } finally {
            stage.close();
          }
        });
    return found.get();
  }
}
