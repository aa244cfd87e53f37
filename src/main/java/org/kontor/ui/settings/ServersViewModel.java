package org.kontor.ui.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.kontor.dms.DmsException;
import org.kontor.settings.ProfileColour;
import org.kontor.settings.ProfileFiles;
import org.kontor.settings.ServerKind;
import org.kontor.settings.ServerProfile;
import org.kontor.settings.Settings;
import org.kontor.task.BackgroundTasks;
import org.kontor.task.Outcome;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.Sentences;

/** The profiles of servers: their order, the one that is edited, and files to hand them on. */
final class ServersViewModel {
  private final SettingsDesk desk;
  private final BackgroundTasks tasks;
  private final Messages messages;
  private final Sentences sentences;
  private final ProfileForm form;
  private final ObservableList<ServerRow> rows = FXCollections.observableArrayList();
  private final ObservableList<ServerRow> shown = FXCollections.unmodifiableObservableList(rows);
  private final ReadOnlyObjectWrapper<Optional<ServerRow>> selected =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper adding = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper question = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper failed = new ReadOnlyBooleanWrapper();

  /** While lists and fields are filled, what they report is not the person's doing. */
  private boolean filling;

  ServersViewModel(SettingsDesk desk, BackgroundTasks tasks, Locale locale) {
    this.desk = desk;
    this.tasks = tasks;
    messages = Messages.of(ServersViewModel.class, locale);
    sentences = new Sentences(locale);
    form = new ProfileForm(desk::undocumented, messages);
    show(Optional.empty());
  }

  // Out

  /** In their order; the administrator's first. */
  ObservableList<ServerRow> rows() {
    return shown;
  }

  /** The one that is looked at; empty also while one is added. */
  ReadOnlyObjectProperty<Optional<ServerRow>> selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  /** Whether a new one is being typed. */
  ReadOnlyBooleanProperty addingProperty() {
    return adding.getReadOnlyProperty();
  }

  ProfileForm form() {
    return form;
  }

  /** What removing means, to be answered; empty while nothing is removed. */
  ReadOnlyStringProperty questionProperty() {
    return question.getReadOnlyProperty();
  }

  /** What happened last; empty when nothing did. */
  ReadOnlyStringProperty saidProperty() {
    return said.getReadOnlyProperty();
  }

  /** Whether what happened last is a failure. */
  ReadOnlyBooleanProperty failedProperty() {
    return failed.getReadOnlyProperty();
  }

  /** What stands below a profile's name. */
  String about(ServerRow row) {
    String who = row.profile().user() + " @ " + row.profile().server();
    return row.administered() ? messages.get("server.administered", who) : who;
  }

  String nameOf(ServerKind kind) {
    return messages.get("kind." + kind.key());
  }

  String nameOf(ProfileColour colour) {
    return messages.get("colour." + colour.name());
  }

  // In

  /** Looks at one; what is typed for another counts first, as far as it can. */
  void select(Optional<ServerRow> row) {
    if (!filling && (adding.get() || !row.equals(selected.get()))) {
      commit();
      tell("");
      look(row);
    }
  }

  /** Begins a new one; it is there as soon as its name, address and account are. */
  void add() {
    commit();
    tell("");
    look(Optional.empty());
    adding.set(true);
  }

  /** What is typed counts, where it can; otherwise it is said beside its field. */
  void commit() {
    if (filling) {
      return;
    }
    if (adding.get()) {
      if (!form.isEmpty()) {
        form.read(Optional.empty(), this::isTaken).ifPresent(this::added);
      }
    } else if (selected.get().isPresent() && !selected.get().get().administered()) {
      ServerProfile before = selected.get().get().profile();
      form.read(Optional.of(before), this::isTaken)
          .filter(typed -> !typed.equals(before))
          .ifPresent(typed -> changed(before, typed));
    }
  }

  /**
   * @param steps down; negative for up
   */
  void move(int steps) {
    own()
        .ifPresent(
            profile -> {
              desk.use(settings().moving(profile.key(), steps));
              show(Optional.of(profile.key()));
            });
  }

  /** Asks whether the profile shall go, and says what waits for it. */
  void remove() {
    own()
        .ifPresent(
            profile -> {
              int waiting = desk.waiting(profile.key());
              tell("");
              question.set(
                  waiting == 0
                      ? messages.get("server.remove.sure", profile.name())
                      : messages.get("server.remove.waiting", profile.name(), waiting));
            });
  }

  void removeNow() {
    own()
        .ifPresent(
            profile -> {
              desk.use(settings().without(profile.key()));
              show(Optional.empty());
              tell(messages.get("server.removed", profile.name()));
            });
  }

  void keep() {
    question.set("");
  }

  /** Signs in by way of trial, with what is typed, and says what was found. */
  void test() {
    typed()
        .ifPresent(
            profile -> {
              tell(messages.get("server.testing", profile.name()));
              tasks.start(messages.get("server.test"), (_, _) -> desk.test(profile), this::tested);
            });
  }

  /** Writes the person's own profiles, without passwords, to a file that she chooses. */
  void exportAll() {
    List<ServerProfile> own = settings().own();
    desk.files()
        .newFile("kontor-servers.json")
        .ifPresent(
            file ->
                run(
                    () -> {
                      ProfileFiles.write(file, own);
                      return own;
                    },
                    _ -> tell(messages.get("server.exported", own.size(), nameOf(file)))));
  }

  /** Reads profiles from a file that she chooses; those of the same server and account change. */
  void importFile() {
    desk.files()
        .file()
        .ifPresent(file -> run(() -> ProfileFiles.read(file), read -> imported(file, read)));
  }

  private void imported(Path file, ProfileFiles.Held read) {
    Settings changed = settings();
    int taken = 0;
    for (ServerProfile profile : read.profiles()) {
      if (!changed.isAdministered(profile.key())) {
        changed = changed.with(profile).opening(settings().current());
        taken++;
      }
    }
    desk.use(changed);
    show(read.profiles().stream().map(ServerProfile::key).findFirst());
    int given = read.profiles().size() - taken;
    List<String> said = new ArrayList<>();
    said.add(messages.get("server.imported", taken, nameOf(file)));
    if (given > 0) {
      said.add(messages.get("server.imported.given", given));
    }
    if (read.leftOut() > 0) {
      said.add(messages.get("server.imported.leftOut", read.leftOut()));
    }
    tell(String.join(" ", said));
  }

  private void added(ServerProfile profile) {
    desk.use(
        settings()
            .with(settings().fixed(profile))
            .opening(settings().current().or(() -> Optional.of(profile.key()))));
    show(Optional.of(profile.key()));
    tell(messages.get("server.added", profile.name()));
  }

  private void changed(ServerProfile before, ServerProfile typed) {
    int waiting = before.key().equals(typed.key()) ? 0 : desk.waiting(before.key());
    desk.use(settings().replacing(before.key(), typed));
    show(Optional.of(typed.key()));
    if (waiting > 0) {
      tell(messages.get("server.otherAccount", waiting, before.user()));
    } else {
      boolean asked = before.dialect().equals(typed.dialect());
      tell(asked ? "" : messages.get("server.dialect.later"));
    }
  }

  private void tested(Outcome<Found> outcome) {
    switch (outcome) {
      case Outcome.Done<Found>(Found found) ->
          tell(
              messages.get(
                  "server.found", found.person(), found.cabinets(), found.types(), found.millis()));
      case Outcome.Failed<Found>(Exception cause) -> {
        if (cause instanceof DmsException.NotSignedIn) {
          tell(messages.get("server.answers"));
        } else {
          fail(cause);
        }
      }
      case Outcome.Cancelled<Found> _ -> tell("");
    }
  }

  private <T> void run(Callable<T> work, Consumer<T> then) {
    tasks.start(
        messages.get("line.SERVER_FILES"),
        (_, _) -> work.call(),
        (Outcome<T> outcome) -> {
          switch (outcome) {
            case Outcome.Done<T>(T result) -> then.accept(result);
            case Outcome.Failed<T>(ProfileFiles.NoProfilesException _) -> {
              tell(messages.get("server.import.none"));
              failed.set(true);
            }
            case Outcome.Failed<T>(Exception cause) -> fail(cause);
            case Outcome.Cancelled<T> _ -> {}
          }
        });
  }

  /**
   * Anew, as the settings are now.
   *
   * @param key of the profile to look at; the first where there is none of that key
   */
  private void show(Optional<String> key) {
    Settings now = settings();
    List<ServerRow> all = new ArrayList<>();
    for (ServerProfile profile : now.profiles()) {
      all.add(new ServerRow(profile, now.isAdministered(profile.key())));
    }
    filling = true;
    rows.setAll(all);
    filling = false;
    look(
        all.stream()
            .filter(row -> key.isPresent() && row.profile().key().equals(key.get()))
            .findFirst()
            .or(() -> all.stream().findFirst()));
  }

  private void look(Optional<ServerRow> row) {
    question.set("");
    adding.set(false);
    filling = true;
    selected.set(row);
    form.show(row.map(ServerRow::profile));
    filling = false;
  }

  /**
   * What a sign-in would take, whether it is kept yet or not; empty after what is wrong was said.
   */
  private Optional<ServerProfile> typed() {
    Optional<ServerProfile> before = selected.get().map(ServerRow::profile);
    if (before.isPresent() && own().isEmpty()) {
      return before.map(settings()::fixed);
    }
    return form.read(before, this::isTaken)
        .map(
            typed ->
                before
                    .map(known -> settings().replacing(known.key(), typed))
                    .orElseGet(this::settings)
                    .fixed(typed));
  }

  private boolean isTaken(String key) {
    return settings().profiles().stream().anyMatch(profile -> profile.key().equals(key));
  }

  private Optional<ServerProfile> own() {
    return selected.get().filter(row -> !row.administered()).map(ServerRow::profile);
  }

  private void tell(String sentence) {
    failed.set(false);
    question.set("");
    said.set(sentence);
  }

  private void fail(Exception cause) {
    tell(sentences.of(cause).text());
    failed.set(true);
  }

  private Settings settings() {
    return desk.settingsProperty().get();
  }

  private static String nameOf(Path file) {
    return String.valueOf(file.getFileName());
  }
}
