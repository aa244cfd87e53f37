package org.kontor.ui.custody;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kontor.ui.common.Ems;
import org.kontor.ui.common.Messages;

/** The sheet about how long a document is kept, and its release for the archive. */
public final class CustodyView {
  private static final double WIDTH = 480;

  private final CustodyViewModel model;
  private final Messages texts;
  private final Runnable hide;
  private final TextField date = new TextField();
  private final VBox state = new VBox(4);
  private final VBox root = new VBox(12);

  /**
   * @param hide takes the sheet away
   */
  public CustodyView(CustodyViewModel model, Messages texts, Runnable hide) {
    this.model = model;
    this.texts = texts;
    this.hide = hide;
    Label title = wrapping(texts.get("custody.title"));
    title.getStyleClass().add(Styles.TITLE_3);
    Label name = wrapping("");
    name.getStyleClass().add(Styles.TEXT_BOLD);
    name.textProperty().bind(model.titleProperty());
    model.stateProperty().subscribe(this::tell);
    Button close = new Button(texts.get("custody.close"));
    close.setId("custody.close");
    close.setCancelButton(true);
    close.setOnAction(_ -> leave());
    HBox buttons = new HBox(8, close);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    root.getChildren()
        .addAll(
            title, name, state, new Separator(), retention(), new Separator(), release(), buttons);
    root.setPadding(new Insets(24));
    Ems.prefWidth(root, WIDTH);
    root.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
  }

  public Region root() {
    return root;
  }

  /** To the date. */
  public void focus() {
    date.requestFocus();
  }

  private Region retention() {
    Label label = wrapping(texts.get("custody.until"));
    label.setLabelFor(date);
    date.setAccessibleText(texts.get("custody.until"));
    date.textProperty().bindBidirectional(model.dateProperty());
    date.setOnAction(_ -> set());
    HBox.setHgrow(date, Priority.ALWAYS);
    Button set = new Button(texts.get("custody.do"));
    set.setId("custody.do");
    set.setMinWidth(Region.USE_PREF_SIZE);
    set.getStyleClass().add(Styles.ACCENT);
    set.disableProperty().bind(model.settableProperty().not());
    set.setOnAction(_ -> set());
    Label complaint = wrapping("");
    complaint.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.DANGER);
    complaint.textProperty().bind(model.complaintProperty());
    complaint.visibleProperty().bind(model.complaintProperty().isNotEmpty());
    complaint.managedProperty().bind(complaint.visibleProperty());
    model.complaintProperty().subscribe(date::setAccessibleHelp);
    Label stays = small(texts.get("custody.stays"));
    return new VBox(4, label, new HBox(8, date, set), complaint, stays);
  }

  private Region release() {
    Label said = small(texts.get("custody.releaseSaid"));
    Button ask = new Button(texts.get("custody.release"));
    ask.setId("custody.release");
    ask.disableProperty().bind(model.releasableProperty().not());
    ask.setOnAction(_ -> model.askRelease());
    Label question = wrapping(texts.get("custody.ask"));
    Button keep = new Button(texts.get("custody.keep"));
    keep.setId("custody.keep");
    keep.setOnAction(_ -> model.keep());
    Button release = new Button(texts.get("custody.reallyRelease"));
    release.setId("custody.reallyRelease");
    release.getStyleClass().add(Styles.DANGER);
    release.setAccessibleHelp(texts.get("custody.ask"));
    release.setOnAction(
        _ -> {
          if (model.release()) {
            hide.run();
          }
        });
    HBox answers = new HBox(8, keep, release);
    answers.setAlignment(Pos.CENTER_RIGHT);
    VBox asked = new VBox(8, question, answers);
    show(asked, false);
    model
        .askingProperty()
        .subscribe(
            now -> {
              show(asked, now);
              show(ask, !now);
              if (now) {
                keep.requestFocus();
              }
            });
    return new VBox(8, said, ask, asked);
  }

  private void set() {
    if (model.setDate()) {
      hide.run();
    }
  }

  /** First out of the question, then out of the sheet. */
  private void leave() {
    if (model.askingProperty().get()) {
      model.keep();
      date.requestFocus();
    } else {
      model.cancel();
      hide.run();
    }
  }

  private void tell(List<String> sentences) {
    state.getChildren().setAll(sentences.stream().map(CustodyView::wrapping).toList());
  }

  private static void show(Region part, boolean wanted) {
    part.setVisible(wanted);
    part.setManaged(wanted);
  }

  private static Label small(String text) {
    Label label = wrapping(text);
    label.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    return label;
  }

  private static Label wrapping(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }
}
