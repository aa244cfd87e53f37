package org.kontor.ui.main;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.kontor.model.DmsObject;
import org.kontor.model.FieldType;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.ui.bin.BinViewModel;
import org.kontor.ui.bin.DeletionViewModel;
import org.kontor.ui.bin.Homecomings;
import org.kontor.ui.checkout.CheckOutViewModel;
import org.kontor.ui.checkout.LocalFiles;
import org.kontor.ui.common.CountedWork;
import org.kontor.ui.common.FileDialogs;
import org.kontor.ui.common.FilesToTake;
import org.kontor.ui.common.KnownFacts;
import org.kontor.ui.common.Mark;
import org.kontor.ui.common.Marks;
import org.kontor.ui.common.OpenArchive;
import org.kontor.ui.common.Speaker;
import org.kontor.ui.custody.CustodyViewModel;
import org.kontor.ui.facts.FactsViewModel;
import org.kontor.ui.files.DragFolder;
import org.kontor.ui.files.FilesViewModel;
import org.kontor.ui.files.PagesViewModel;
import org.kontor.ui.form.TypedValues;

/** What can be done with what is selected, beside filing it. On the window's thread. */
final class DocumentDesk implements AutoCloseable {
  private final OpenArchive archive;
  private final Lists lists;
  private final OpenedDocuments opened;
  private final Speaker speaker;
  private final KnownFacts known;
  private final FileDialogs dialogs;
  private final FilesViewModel files;
  private final DragFolder toTake;
  private final Marks marks;
  private final ReadOnlyObjectWrapper<List<Mark>> marked = new ReadOnlyObjectWrapper<>(List.of());
  private final Homecomings homecomings;
  private final CheckOutViewModel checkOuts;
  private final FactsViewModel facts;

  DocumentDesk(
      OpenArchive archive,
      KnownFacts known,
      Lists lists,
      LocalFiles local,
      Finding finding,
      CountedWork saving,
      Speaker speaker) {
    this.archive = archive;
    this.known = known;
    dialogs = local.dialogs();
    files = new FilesViewModel(archive, saving, speaker);
    toTake = new DragFolder(archive, local.folder().resolve("drag"), speaker);
    this.lists = lists;
    opened = finding.opened();
    this.speaker = speaker;
    homecomings = new Homecomings(archive, speaker);
    checkOuts = new CheckOutViewModel(archive, local, speaker);
    facts = new FactsViewModel(archive, speaker, checkOuts, finding.guide());
    marks = new Marks(archive.locale());
    lists.onChange(this::moved);
    known.onChange(this::mark);
  }

  /** What is worth seeing of the selected document, as far as it is known by now. */
  ReadOnlyObjectProperty<List<Mark>> marksProperty() {
    return marked.getReadOnlyProperty();
  }

  CheckOutViewModel checkOuts() {
    return checkOuts;
  }

  FactsViewModel facts() {
    return facts;
  }

  /** Says something in passing. */
  void hint(String sentence) {
    speaker.done(sentence, false);
  }

  /** Opens the selected document with the system's program, to be read. */
  void view() {
    lists
        .selected()
        .document()
        .ifPresent(
            document -> {
              opened.opened(document);
              checkOuts.view(document.id());
            });
  }

  /** Checks the selected document out and opens it with the system's program. */
  void edit() {
    lists
        .selected()
        .document()
        .ifPresent(
            document -> {
              opened.opened(document);
              checkOuts.edit(document.id());
            });
  }

  /** For a sheet about how long the selected document is kept; empty where none is selected. */
  Optional<CustodyViewModel> custody() {
    TypedValues values = new TypedValues(archive.locale());
    return lists
        .selected()
        .document()
        .filter(document -> !document.isTypeless())
        .map(
            document ->
                new CustodyViewModel(
                    archive,
                    document.id(),
                    text ->
                        Optional.of(text)
                            .filter(written -> !written.isBlank())
                            .flatMap(written -> values.read(new FieldType.Date(), written))
                            .map(LocalDate::parse),
                    speaker));
  }

  /** Asks where the files of the selected documents shall be saved, and saves them. */
  void save() {
    List<DmsObject.Document> documents = lists.selected().documents();
    if (documents.size() == 1) {
      ObjectId only = documents.getFirst().id();
      files.name(only, name -> dialogs.newFile(name).ifPresent(file -> files.saveAs(only, file)));
    } else if (!documents.isEmpty() && lists.selected().complete()) {
      dialogs.folder().ifPresent(folder -> files.saveInto(documents, folder));
    }
  }

  /** Asks for the file that shall take the place of the selected document's. */
  void replace() {
    lists
        .selected()
        .document()
        .ifPresent(
            document -> dialogs.file().ifPresent(file -> checkOuts.replace(document.id(), file)));
  }

  /** For a sheet about the files of the selected document; empty where none is selected. */
  Optional<PagesViewModel> pages() {
    return lists
        .selected()
        .document()
        .map(document -> new PagesViewModel(archive, document.id(), dialogs, speaker));
  }

  /** What other programs get of documents that are dragged to them. */
  FilesToTake filesToTake() {
    return toTake;
  }

  @Override
  public void close() {
    homecomings.close();
    toTake.close();
    facts.close();
    checkOuts.close();
  }

  Lists.Selected selected() {
    return lists.selected();
  }

  /** For a sheet that lists what was deleted; to be closed with it. */
  BinViewModel bin() {
    return new BinViewModel(archive, speaker);
  }

  /**
   * For a sheet that tells what a deletion takes with it and asks; empty when nothing is selected
   * or it is too much, which is said.
   *
   * @param inTree whether the place shown is meant, not what is selected in its list
   */
  Optional<DeletionViewModel> deletion(boolean inTree) {
    if (inTree) {
      return lists.container().map(place -> deletion(List.of(place.id()), Optional.empty()));
    }
    Lists.Selected selected = lists.selected();
    return selected.objects().isEmpty()
        ? Optional.empty()
        : Optional.of(deletion(selected.ids(), selected.container()));
  }

  private void moved() {
    facts.show(lists.selected().only());
    mark();
  }

  private void mark() {
    Optional<DmsObject.Document> document = lists.selected().document();
    document.ifPresent(known::want);
    marked.set(document.flatMap(one -> known.of(one.id())).map(marks::of).orElse(List.of()));
  }

  private DeletionViewModel deletion(List<ObjectId> objects, Optional<Location.Container> here) {
    return new DeletionViewModel(archive, objects, here, speaker);
  }
}
