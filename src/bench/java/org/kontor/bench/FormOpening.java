package org.kontor.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.kontor.dms.Capabilities;
import org.kontor.dms.DmsServer;
import org.kontor.model.Cabinet;
import org.kontor.model.DmsObject;
import org.kontor.model.FieldDefinition;
import org.kontor.model.FieldType;
import org.kontor.model.FieldValue;
import org.kontor.model.Kind;
import org.kontor.model.LocalizedText;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.model.ObjectType;
import org.kontor.model.Provenance;
import org.kontor.model.Schema;
import org.kontor.model.TypeId;
import org.kontor.outbox.Outbox;
import org.kontor.task.BackgroundTasks;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.Notebook;
import org.kontor.ui.common.PlaceShelf;
import org.kontor.ui.common.Theme;
import org.kontor.ui.common.UiThread;
import org.kontor.ui.form.FormView;
import org.kontor.ui.form.FormViewModel;
import org.kontor.ui.form.TypeHabits;

/**
 * Our form of 120 fields beside 120 plain text fields in a column, by the CPU time of the window's
 * thread: what a busy machine does beside it does not count. The toolkit must run.
 */
final class FormOpening {
  private static final int FIELDS = 120;
  private static final int ROUNDS = 40;
  private static final int WARMING_UP = 15;

  /** Of each opening. */
  private static final int PULSES = 60;

  private static final TypeId TYPE = new TypeId("262144");
  private static final TypeId FOLDER = new TypeId("0");
  private static final Theme THEME = new Theme(Theme.Mode.LIGHT);
  private static final ThreadMXBean CLOCKS = ManagementFactory.getThreadMXBean();

  private FormOpening() {}

  static void print(Path folder) throws Exception {
    Headless.start();
    Schema schema = schema();
    BackgroundTasks tasks = new BackgroundTasks(new UiThread());
    try (Outbox outbox = Outbox.open(folder)) {
      Stage stage = onFx(Stage::new);
      FormViewModel model =
          onFx(
              () -> {
                THEME.install();
                return new FormViewModel(
                    server(),
                    schema,
                    outbox,
                    "bench",
                    tasks,
                    new UiThread(),
                    Locale.UK,
                    new PlaceShelf(Notebook.inMemory()),
                    new TypeHabits(schema, Notebook.inMemory()),
                    Notebook.inMemory());
              });
      Region form = onFx(() -> new FormView(model, Messages.of(FormView.class, Locale.UK)).root());
      double[] plain = new double[ROUNDS];
      double[] first = new double[ROUNDS];
      double[] longest = new double[ROUNDS];
      double[] all = new double[ROUNDS];
      for (int round = -WARMING_UP; round < ROUNDS; round++) {
        int number = round;
        double column = onFx(() -> millis(() -> show(stage, column())));
        onFx(
            () -> {
              model.clear();
              show(stage, form);
              return form;
            });
        double[] opened = open(() -> model.showFiled(document(number)), form);
        if (round >= 0) {
          plain[round] = column;
          first[round] = opened[0];
          longest[round] = opened[1];
          all[round] = opened[2];
        }
      }
      double peer = p99(plain);
      Table table = new Table("Open " + FIELDS + " fields, with layout", "CPU ms (p99)", "ratio");
      table.row("VBox of labels and TextFields, in one section", peer, 1);
      table.row("Kontor's form: until the first rows are there", p99(first), p99(first) / peer);
      table.row("Kontor's form: longest section", p99(longest), p99(longest) / peer);
      table.row("Kontor's form: until all rows are there", p99(all), p99(all) / peer);
      table.print();
      pulses(stage, model, form);
      onFx(
          () -> {
            stage.close();
            return stage;
          });
    } finally {
      tasks.close();
    }
  }

  /** All pulses from the wish to see a document until its rows are there, and a few after. */
  private static void pulses(Stage stage, FormViewModel model, Region form) throws Exception {
    Figures plain =
        Pulses.of(
            WARMING_UP * PULSES,
            ROUNDS * PULSES,
            pulse -> {
              if (pulse % PULSES == 0) {
                stage.setScene(dressed(column()));
              }
            });
    onFx(
        () -> {
          stage.setScene(form.getScene());
          return stage;
        });
    int[] whole = {0};
    Figures ours =
        Pulses.of(
            WARMING_UP * PULSES,
            ROUNDS * PULSES,
            pulse -> {
              switch (pulse % PULSES) {
                case 0 -> model.clear();
                case 1 -> model.showFiled(document(pulse));
                case PULSES - 1 -> whole[0] += form.lookupAll(".form-row").size() / FIELDS;
                default -> {}
              }
            });
    if (whole[0] < WARMING_UP + ROUNDS) {
      throw new IllegalStateException("not all forms were whole after " + PULSES + " pulses");
    }
    Pulses.print(
        "Pulse while " + FIELDS + " fields are opened",
        new String[] {"VBox of labels and TextFields", "Kontor's form"},
        plain,
        ours);
  }

  /** Of the first section, of the longest, and of all until the last row is there. */
  private static double[] open(Runnable show, Region form) throws Exception {
    CompletableFuture<double[]> ended = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          long began = CLOCKS.getCurrentThreadCpuTime();
          show.run();
          form.applyCss();
          form.layout();
          double first = (CLOCKS.getCurrentThreadCpuTime() - began) / 1e6;
          double[] longest = {first};
          long[] last = {CLOCKS.getCurrentThreadCpuTime()};
          new AnimationTimer() {
            @Override
            public void handle(long now) {
              long used = CLOCKS.getCurrentThreadCpuTime();
              longest[0] = Math.max(longest[0], (used - last[0]) / 1e6);
              if (form.lookupAll(".form-row").size() >= FIELDS) {
                stop();
                ended.complete(
                    new double[] {
                      first, longest[0], (CLOCKS.getCurrentThreadCpuTime() - began) / 1e6
                    });
              }
              last[0] = CLOCKS.getCurrentThreadCpuTime();
            }
          }.start();
        });
    return ended.get();
  }

  private static double millis(Runnable work) {
    long began = CLOCKS.getCurrentThreadCpuTime();
    work.run();
    return (CLOCKS.getCurrentThreadCpuTime() - began) / 1e6;
  }

  private static Region column() {
    VBox column = new VBox(4);
    for (int field = 1; field <= FIELDS; field++) {
      column.getChildren().addAll(new Label("Field " + field), new TextField("Value " + field));
    }
    ScrollPane scroll = new ScrollPane(column);
    scroll.setFitToWidth(true);
    return scroll;
  }

  /** As the window's are: with the sheets of our own. */
  private static Scene dressed(Region content) {
    Scene scene = new Scene(content, 320, 760);
    THEME.dress(scene);
    return scene;
  }

  private static void show(Stage stage, Region content) {
    if (content.getScene() == null) {
      stage.setScene(dressed(content));
    } else {
      stage.setScene(content.getScene());
    }
    stage.show();
    content.applyCss();
    content.layout();
  }

  private static double p99(double[] millis) {
    double[] sorted = millis.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length * 99 / 100];
  }

  private static <T> T onFx(Callable<T> work) throws ExecutionException, InterruptedException {
    CompletableFuture<T> done = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          try {
            done.complete(work.call());
          } catch (Exception failure) {
            done.completeExceptionally(failure);
          }
        });
    return done.get();
  }

  private static Location.Container place() {
    return new Location.Container(new ObjectId("1"), FOLDER, Kind.FOLDER);
  }

  private static DmsObject.Document document(int number) {
    Map<String, FieldValue> values = new HashMap<>();
    for (int field = 1; field <= FIELDS; field++) {
      values.put("f" + field, FieldValue.of("Value " + field));
    }
    return new DmsObject.Document(
        new ObjectId("d" + number),
        Optional.of(TYPE),
        Optional.empty(),
        values,
        List.of(),
        Provenance.UNKNOWN);
  }

  /** Knows the documents and nothing else. */
  private static DmsServer server() {
    return (DmsServer)
        Proxy.newProxyInstance(
            FormOpening.class.getClassLoader(),
            new Class<?>[] {DmsServer.class},
            (_, method, arguments) ->
                switch (method.getName()) {
                  case "capabilities" -> Capabilities.ALL;
                  case "object" ->
                      document(Integer.parseInt(((ObjectId) arguments[0]).value().substring(1)));
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private static Schema schema() {
    List<FieldDefinition> fields = new ArrayList<>();
    IntStream.rangeClosed(1, FIELDS).forEach(number -> fields.add(field("f" + number)));
    ObjectType document = type(TYPE, "long", Kind.DOCUMENT, fields);
    ObjectType folder = type(FOLDER, "folder", Kind.FOLDER, List.of(field("title")));
    return new Schema(
        List.of(
            new Cabinet("bench", LocalizedText.of("Bench"), folder, List.of(), List.of(document))));
  }

  private static ObjectType type(TypeId id, String name, Kind kind, List<FieldDefinition> fields) {
    return new ObjectType(
        id, name, LocalizedText.of(name), kind, Optional.empty(), fields, Map.of());
  }

  private static FieldDefinition field(String name) {
    return new FieldDefinition(
        name,
        LocalizedText.of("Field " + name),
        new FieldType.Text(80),
        Optional.empty(),
        Optional.empty(),
        false,
        false,
        false,
        Optional.empty());
  }
}
