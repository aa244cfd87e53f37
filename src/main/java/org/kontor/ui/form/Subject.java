package org.kontor.ui.form;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.kontor.model.DmsObject;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.model.TypeId;

/** What the form is about. */
sealed interface Subject {

  /** Whose drafts are kept together. */
  Set<ObjectId> ids();

  /** One or several documents of the tray. */
  record Tray(List<DmsObject.Document> documents) implements Subject {
    public Tray {
      documents = List.copyOf(documents);
    }

    @Override
    public Set<ObjectId> ids() {
      return documents.stream().map(DmsObject::id).collect(Collectors.toUnmodifiableSet());
    }

    /** The same without some. */
    Tray without(Collection<ObjectId> out) {
      return new Tray(documents.stream().filter(document -> !out.contains(document.id())).toList());
    }

    /** The types that documents have already. */
    Set<TypeId> types() {
      return documents.stream()
          .flatMap(document -> document.type().stream())
          .collect(Collectors.toUnmodifiableSet());
    }

    boolean hasTypeless() {
      return documents.stream().anyMatch(DmsObject.Document::isTypeless);
    }

    /** Typeless documents and typed ones together: nothing can be done to both at once. */
    boolean isMixture() {
      return hasTypeless() && !types().isEmpty();
    }
  }

  /** A document that lies in a container. */
  record Filed(DmsObject.Document document, Location.Container place) implements Subject {
    @Override
    public Set<ObjectId> ids() {
      return Set.of(document.id());
    }
  }

  /** Something that is about to be made. */
  record New(Making making, Consumer<TypedFields> then) implements Subject {
    @Override
    public Set<ObjectId> ids() {
      return Set.of();
    }
  }

  /** The mode in which it is shown. */
  default FormMode mode() {
    return switch (this) {
      case Tray _ -> FormMode.TRAY;
      case Filed _ -> FormMode.DOCUMENT;
      case New _ -> FormMode.NEW;
    };
  }

  /** Whether the other one is about the same documents. */
  default boolean isSameAs(Subject other) {
    return !ids().isEmpty() && ids().equals(other.ids()) && mode() == other.mode();
  }

  /** The same with a newer description of its one document. */
  default Subject with(DmsObject.Document document) {
    return switch (this) {
      case Tray _ -> new Tray(List.of(document));
      case Filed filed -> new Filed(document, filed.place());
      case New made -> made;
    };
  }

  /** The one document whose index data the server can be asked for, if it is one. */
  default Optional<DmsObject.Document> single() {
    return switch (this) {
      case Tray(List<DmsObject.Document> documents) when documents.size() == 1 ->
          Optional.of(documents.getFirst());
      case Filed(DmsObject.Document document, Location.Container _) -> Optional.of(document);
      default -> Optional.empty();
    };
  }
}
