package org.kontor.ui.settings;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.kontor.task.BackgroundTasks;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.Theme;
import org.kontor.ui.common.dialect.DialectViewModel;

/**
 * The settings: which pages there are, which one is shown, and what is looked for in them. All
 * changes count at once.
 */
public final class SettingsViewModel {
  /** Somebody who reads one may know a thing by its name in another. */
  private static final List<Locale> LANGUAGES = List.of(Locale.GERMAN, Locale.ENGLISH);

  private final Messages messages;
  private final List<Messages> allLanguages =
      LANGUAGES.stream().map(locale -> Messages.of(SettingsViewModel.class, locale)).toList();
  private final Supplier<List<String>> keyTexts;
  private final SettingsDesk desk;
  private final ServersViewModel servers;
  private final CertificatesViewModel certificates;
  private final AppearanceViewModel appearance;
  private final AmountsViewModel amounts;
  private final ObservableList<Page> pages = FXCollections.observableArrayList(Page.values());
  private final ObservableList<Page> shownPages = FXCollections.unmodifiableObservableList(pages);
  private final ObjectProperty<Page> page = new SimpleObjectProperty<>(Page.SERVERS);
  private final StringProperty search = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Set<Page.Line>> hits = new ReadOnlyObjectWrapper<>(Set.of());

  /**
   * @param keyTexts what can be done by keys, to be found too
   */
  public SettingsViewModel(
      SettingsDesk desk,
      Theme theme,
      BackgroundTasks tasks,
      Supplier<List<String>> keyTexts,
      Locale locale) {
    this.desk = desk;
    this.keyTexts = keyTexts;
    messages = Messages.of(SettingsViewModel.class, locale);
    servers = new ServersViewModel(desk, tasks, locale);
    certificates = new CertificatesViewModel(desk, tasks, locale);
    appearance = new AppearanceViewModel(desk, theme, locale);
    amounts = new AmountsViewModel(desk);
    search.addListener(_ -> find());
    servers.form().dialectProperty().addListener(_ -> find());
  }

  // Out

  ServersViewModel servers() {
    return servers;
  }

  CertificatesViewModel certificates() {
    return certificates;
  }

  AppearanceViewModel appearance() {
    return appearance;
  }

  AmountsViewModel amounts() {
    return amounts;
  }

  /** The pages on which there is something of what is looked for; all where nothing is. */
  ObservableList<Page> pages() {
    return shownPages;
  }

  /** What matches what is looked for; empty while nothing is. */
  ReadOnlyObjectProperty<Set<Page.Line>> hitsProperty() {
    return hits.getReadOnlyProperty();
  }

  // In

  ObjectProperty<Page> pageProperty() {
    return page;
  }

  /** What is looked for. */
  public StringProperty searchProperty() {
    return search;
  }

  /** What is typed but not yet in effect counts: the sheet is being left. */
  void leave() {
    servers.commit();
    desk.left();
  }

  private void find() {
    String words = plain(search.get().strip());
    Set<Page.Line> found = EnumSet.noneOf(Page.Line.class);
    if (!words.isEmpty()) {
      for (Page.Line line : Page.Line.values()) {
        if (textsOf(line).anyMatch(text -> holds(text, words))) {
          found.add(line);
        }
      }
    }
    undocumented().find(words);
    List<Page> shown =
        Stream.of(Page.values())
            .filter(one -> words.isEmpty() || isHit(one, found, words))
            .toList();
    Page before = page.get();
    pages.setAll(shown);
    page.set(shown.isEmpty() || shown.contains(before) ? before : shown.getFirst());
    hits.set(Set.copyOf(found));
  }

  private boolean isHit(Page one, Set<Page.Line> found, String words) {
    boolean byKey =
        one == Page.KEYS && keyTexts.get().stream().anyMatch(text -> holds(text, words));
    boolean undocumented = one == Page.SERVERS && undocumented().hitProperty().get();
    return byKey
        || undocumented
        || allLanguages.stream().anyMatch(in -> holds(in.get("page." + one.name()), words))
        || one.lines().stream().anyMatch(found::contains);
  }

  private DialectViewModel undocumented() {
    return servers.form().dialectProperty().get();
  }

  /** In each language its name, what is said about it, and what else it may be called. */
  private Stream<String> textsOf(Page.Line line) {
    String key = "line." + line.name();
    return allLanguages.stream()
        .map(in -> String.join(" ", in.get(key), in.get(key + ".hint"), in.get(key + ".also")));
  }

  /** Every word of it, wherever it stands. */
  private boolean holds(String text, String words) {
    return Stream.of(words.split("\\s+")).allMatch(plain(text)::contains);
  }

  /** As it is typed in capitals, too. */
  private String plain(String text) {
    return text.toLowerCase(messages.locale()).replace("ß", "ss");
  }
}
