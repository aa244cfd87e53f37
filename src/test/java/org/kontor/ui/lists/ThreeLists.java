package org.kontor.ui.lists;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Cell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.kontor.model.Location;
import org.kontor.ui.common.Dragged;
import org.kontor.ui.common.DropVerdict;
import org.kontor.ui.common.DropZone;
import org.kontor.ui.common.FilesToTake;
import org.kontor.ui.common.KnownFacts;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.Notebook;
import org.kontor.ui.common.OpenArchive;
import org.kontor.ui.common.RowCell;
import org.kontor.ui.common.RowsView;
import org.kontor.ui.common.Theme;
import org.kontor.ui.common.UiThread;
import org.kontor.ui.contents.ContentsView;
import org.kontor.ui.contents.ContentsViewModel;
import org.kontor.ui.tray.TrayView;
import org.kontor.ui.tray.TrayViewModel;
import org.kontor.ui.tree.ArchiveTreeView;
import org.kontor.ui.tree.ArchiveTreeViewModel;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The three lists side by side in a window, and what was dropped on them. */
public final class ThreeLists implements AutoCloseable {

  /** A drop that arrived. */
  public record Drop(Dragged dragged, Location target, boolean further) {}

  public final Desk desk;
  public final FxRobot robot = new FxRobot();
  public final List<Drop> drops = new ArrayList<>();
  public ArchiveTreeViewModel tree;
  public TrayViewModel tray;
  private KnownFacts facts;
  public ContentsViewModel contents;
  public ArchiveTreeView treeView;
  public TrayView trayView;
  public ContentsView contentsView;
  public Stage stage;

  public ThreeLists(Path folder, Locale locale) {
    UiThread ui = new UiThread();
    desk = new Desk(folder, locale, Optional.of(ui));
    robot.interact(
        () -> {
          var archive = desk.archive;
          var schema = DemoSchema.schema();
          tree =
              new ArchiveTreeViewModel(
                  archive, schema, desk.outbox, Desk.KEY, desk.tasks, ui, locale);
          tray =
              new TrayViewModel(
                  archive,
                  schema,
                  desk.outbox,
                  Desk.KEY,
                  desk.tasks,
                  ui,
                  locale,
                  Notebook.inMemory());
          OpenArchive open =
              new OpenArchive(archive, schema, desk.outbox, Desk.KEY, desk.tasks, ui, locale);
          facts = new KnownFacts(open);
          contents = new ContentsViewModel(open, facts);
          tree.trayCount().bind(tray.count());
        });
  }

  /** Shows the window. */
  public void open(boolean dark) throws Exception {
    Stage own = FxToolkit.registerStage(Stage::new);
    robot.interact(() -> openOn(own, dark));
  }

  /** Shows everything on this stage; on the thread that draws the window. */
  public void openOn(Stage own, boolean dark) {
    stage = own;
    Application.setUserAgentStylesheet(
        (dark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
    DropZone zone = zone();
    treeView = new ArchiveTreeView(tree, Messages.of(ArchiveTreeView.class, desk.locale), zone);
    trayView = new TrayView(tray, Messages.of(TrayView.class, desk.locale), zone, FilesToTake.NONE);
    contentsView = new ContentsView(contents, Messages.of(ContentsView.class, desk.locale), zone);
    Region left = treeView.root();
    left.setPrefWidth(220);
    Region middle = trayView.root();
    middle.setPrefWidth(260);
    Region right = contentsView.root();
    right.setPrefWidth(300);
    Scene scene = new Scene(new HBox(left, middle, right), 780, 640);
    new Theme(dark ? Theme.Mode.DARK : Theme.Mode.LIGHT).dress(scene);
    stage.setScene(scene);
    stage.show();
  }

  private DropZone zone() {
    return new DropZone() {
      @Override
      public DropVerdict judge(Dragged dragged, Location target, boolean further) {
        if (target instanceof Location.Top) {
          return new DropVerdict.Unwelcome("A cabinet holds folders only");
        }
        return new DropVerdict.Welcome(DropVerdict.Effect.MOVE, "Move to 2026 > November");
      }

      @Override
      public void drop(Dragged dragged, Location target, boolean further) {
        drops.add(new Drop(dragged, target, further));
      }
    };
  }

  public void until(String what, BooleanSupplier condition) throws Exception {
    try {
      WaitForAsyncUtils.waitFor(
          15, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition::getAsBoolean).get());
    } catch (java.util.concurrent.TimeoutException late) {
      throw new AssertionError("never happened: " + what, late);
    }
    WaitForAsyncUtils.waitForFxEvents();
  }

  public static RowsView<?> listOf(Region view) {
    return (RowsView<?>) view.lookup(".list-view");
  }

  /** The cell of a row that is on the screen. */
  public static Cell<?> cell(Region view, int row) {
    return view.lookupAll(".list-cell").stream()
        .map(node -> (RowCell<?>) node)
        .filter(cell -> cell.getIndex() == row && !cell.isEmpty() && cell.isVisible())
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void close() {
    robot.interact(
        () -> {
          tree.close();
          tray.close();
          contents.close();
          facts.close();
          if (stage != null) {
            stage.close();
          }
        });
    desk.close();
  }
}
