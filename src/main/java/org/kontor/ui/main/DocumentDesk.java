package org.kontor.ui.main;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.kontor.model.DmsObject;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.ui.bin.DeletionViewModel;
import org.kontor.ui.checkout.CheckOutViewModel;
import org.kontor.ui.checkout.LocalFiles;
import org.kontor.ui.common.KnownFacts;
import org.kontor.ui.common.Mark;
import org.kontor.ui.common.Marks;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.OpenArchive;
import org.kontor.ui.common.Speaker;
import org.kontor.ui.facts.FactsViewModel;

/** What can be done with what is selected, beside filing it. On the window's thread. */
final class DocumentDesk implements AutoCloseable {
  private final OpenArchive archive;
  private final Lists lists;
  private final Speaker speaker;
  private final Messages messages;
  private final KnownFacts known;
  private final Marks marks;
  private final ReadOnlyObjectWrapper<List<Mark>> marked = new ReadOnlyObjectWrapper<>(List.of());
  private final CheckOutViewModel checkOuts;
  private final FactsViewModel facts;

  DocumentDesk(
      OpenArchive archive, KnownFacts known, Lists lists, LocalFiles local, Speaker speaker) {
    this.archive = archive;
    this.known = known;
    this.lists = lists;
    this.speaker = speaker;
    messages = Messages.of(DocumentDesk.class, archive.locale());
    checkOuts = new CheckOutViewModel(archive, local, speaker);
    facts = new FactsViewModel(archive, speaker, checkOuts);
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

  /** Opens the selected document with the system's program, to be read. */
  void view() {
    lists.selected().document().ifPresent(document -> checkOuts.view(document.id()));
  }

  /** Checks the selected document out and opens it with the system's program. */
  void edit() {
    lists.selected().document().ifPresent(document -> checkOuts.edit(document.id()));
  }

  @Override
  public void close() {
    facts.close();
    checkOuts.close();
  }

  Lists.Selected selected() {
    return lists.selected();
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
    if (!selected.complete() || selected.objects().size() > DeletionViewModel.MOST) {
      speaker.failed(messages.get("documents.tooMany", DeletionViewModel.MOST));
      return Optional.empty();
    }
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
