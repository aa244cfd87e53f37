package org.kontor.ui.facts;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.kontor.model.DmsObject;
import org.kontor.model.ObjectTitle;
import org.kontor.ui.common.FileReader;
import org.kontor.ui.common.Guide;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.ObjectNames;
import org.kontor.ui.common.OpenArchive;
import org.kontor.ui.common.OutboxWatch;
import org.kontor.ui.common.Speaker;

/** The properties of the selected object. Only what is shown is read. On the window's thread. */
public final class FactsViewModel implements AutoCloseable {

  /** What can be looked at. */
  enum Part {
    PLACES,
    VERSIONS,
    HISTORY
  }

  private final OpenArchive archive;
  private final PlacesViewModel places;
  private final VersionsViewModel versions;
  private final HistoryViewModel history;
  private final Messages messages;
  private final BooleanProperty shown = new SimpleBooleanProperty();
  private final ObjectProperty<Part> part = new SimpleObjectProperty<>(Part.PLACES);
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
  private final OutboxWatch watch;
  private Optional<Subject> subject = Optional.empty();

  public FactsViewModel(OpenArchive archive, Speaker speaker, FileReader files, Guide guide) {
    this.archive = archive;
    messages = Messages.of(FactsViewModel.class, archive.locale());
    places = new PlacesViewModel(archive, speaker, guide);
    versions = new VersionsViewModel(archive, speaker, files);
    history = new HistoryViewModel(archive);
    watch = new OutboxWatch(archive.outbox(), archive.key(), archive.ui(), _ -> {}, this::read);
    title.set(messages.get("nothing"));
    shown.addListener(_ -> read());
    part.addListener(_ -> read());
  }

  // What is shown

  /** Whether the person wants to see it. */
  public BooleanProperty shownProperty() {
    return shown;
  }

  ObjectProperty<Part> partProperty() {
    return part;
  }

  /** What it is about. */
  ReadOnlyStringProperty titleProperty() {
    return title.getReadOnlyProperty();
  }

  PlacesViewModel places() {
    return places;
  }

  VersionsViewModel versions() {
    return versions;
  }

  HistoryViewModel history() {
    return history;
  }

  // What can be done

  /** Is about this object from now on. */
  public void show(Optional<DmsObject> object) {
    Optional<Subject> now =
        object.flatMap(one -> ObjectNames.typeOf(one).map(type -> new Subject(one, type)));
    if (now.equals(subject)) {
      return;
    }
    subject = now;
    title.set(now.map(this::titleOf).orElseGet(() -> messages.get("nothing")));
    read();
  }

  @Override
  public void close() {
    watch.close();
  }

  private String titleOf(Subject about) {
    return archive
        .schema()
        .type(about.type())
        .map(
            type -> {
              String named = ObjectTitle.of(type, about.object().fields(), archive.locale());
              return named.isEmpty() ? type.name().in(archive.locale()) : named;
            })
        .orElse("");
  }

  private void read() {
    if (!shown.get()) {
      return;
    }
    switch (part.get()) {
      case PLACES -> places.show(subject);
      case VERSIONS -> versions.show(subject);
      case HISTORY -> history.show(subject);
    }
  }
}
