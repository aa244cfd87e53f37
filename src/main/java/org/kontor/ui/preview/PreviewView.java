package org.kontor.ui.preview;

import atlantafx.base.theme.Styles;
import javafx.animation.PauseTransition;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kontor.ui.common.Ems;
import org.kontor.ui.common.Messages;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The preview pane: a tool bar, what the document looks like, and what is looked for in it. Never
 * takes the focus itself.
 */
public final class PreviewView {
  /** What loads faster is shown without a sign of waiting. */
  private static final Duration PATIENCE = Duration.millis(200);

  /** On the class path. */
  private static final String SHEET = "/org/kontor/ui/preview/preview.css";

  private static final double GAP = 8;
  private static final double WIDEST_SENTENCE = 420;

  private final PreviewViewModel model;
  private final Messages messages;
  private final BorderPane root = new BorderPane();
  private final StackPane content = new StackPane();
  private final PageNode page;
  private final TextNode text;
  private final MailNode mail;
  private final FindBar findBar;
  private final Region waiting;
  private final PauseTransition patience = new PauseTransition(PATIENCE);

  public PreviewView(PreviewViewModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    page = new PageNode(model, messages);
    text = new TextNode(model, messages);
    mail = new MailNode(model, messages);
    waiting = waitingNode();
    patience.setOnFinished(_ -> waiting.setVisible(true));
    root.getStyleClass().add("preview");
    root.getStylesheets().add(SHEET);
    findBar = new FindBar(model.finder(), messages);
    root.setTop(new VBox(new PreviewToolBar(model, messages, this::find).root(), findBar.root()));
    root.setCenter(content);
    new PreviewKeys(model, findBar::close).installOn(root);
    model.stateProperty().addListener((_, _, now) -> show(now));
    show(model.stateProperty().get());
  }

  public Region root() {
    return root;
  }

  /** Lets a person look for something in the document. */
  public void find() {
    findBar.open();
  }

  private void show(PreviewState state) {
    patience.stop();
    waiting.setVisible(false);
    if (!(state instanceof PreviewState.Page)) {
      page.clear();
    }
    Node node =
        switch (state) {
          case PreviewState.Empty _ -> sentence(Feather.FILE_TEXT, messages.get("nothing"));
          case PreviewState.Several several ->
              sentence(Feather.COPY, messages.get("several", several.count()));
          case PreviewState.Loading _ -> {
            patience.playFromStart();
            yield waiting;
          }
          case PreviewState.Page shown -> page.show(shown);
          case PreviewState.Text shown -> text.show(shown);
          case PreviewState.Mail shown -> mail.show(shown);
          case PreviewState.Note note -> note(note);
          case PreviewState.Failure failure -> failure(failure);
        };
    if (!content.getChildren().contains(node)) {
      content.getChildren().setAll(node);
    }
  }

  private Region waitingNode() {
    ProgressBar bar = new ProgressBar();
    bar.progressProperty().bind(model.progressProperty());
    bar.setAccessibleText(messages.get("loading"));
    VBox box = new VBox(GAP, bar, muted(messages.get("loading")));
    box.setAlignment(Pos.CENTER);
    return box;
  }

  private Node note(PreviewState.Note note) {
    Label name = wrapped(note.name());
    name.getStyleClass().add(Styles.TEXT_BOLD);
    VBox box = column(KindIcons.of(note.mimeType(), note.name()));
    box.getChildren().addAll(name, muted(note.facts()), wrapped(note.sentence()));
    if (note.loadable()) {
      box.getChildren().add(button("loadAnyway", model::loadAnyway));
    }
    return box;
  }

  private Node failure(PreviewState.Failure failure) {
    VBox box = column(Feather.ALERT_TRIANGLE);
    box.getChildren().add(wrapped(failure.sentence()));
    if (failure.repeatable()) {
      box.getChildren().add(button("again", model::reload));
    }
    return box;
  }

  private Node sentence(Ikon icon, String sentence) {
    VBox box = column(icon);
    box.getChildren().add(muted(sentence));
    return box;
  }

  private Button button(String key, Runnable command) {
    Button button = new Button(messages.get(key));
    button.setOnAction(_ -> command.run());
    return button;
  }

  private static VBox column(Ikon icon) {
    FontIcon shape = new FontIcon(icon);
    shape.getStyleClass().add("large-icon");
    VBox box = new VBox(GAP, shape);
    box.setAlignment(Pos.CENTER);
    box.setPadding(new Insets(2 * GAP));
    return box;
  }

  private static Label muted(String sentence) {
    Label label = wrapped(sentence);
    label.getStyleClass().add(Styles.TEXT_MUTED);
    return label;
  }

  private static Label wrapped(String sentence) {
    Label label = new Label(sentence);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    Ems.maxWidth(label, WIDEST_SENTENCE);
    label.getStyleClass().add("sentence");
    return label;
  }
}
