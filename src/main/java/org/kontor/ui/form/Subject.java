package org.kontor.ui.form;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.kontor.model.DmsObject;
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

    boolean hasTypeless() {
      return documents.stream().anyMatch(DmsObject.Document::isTypeless);
    }

    /** Typeless documents and typed ones together: nothing can be done to both at once. */
    boolean isMixture() {
      return hasTypeless() && !types().isEmpty();
    }
  }

  /** A document that lies in a container, or a folder or register. */
  record Filed(DmsObject object) implements Subject {
    @Override
    public Set<ObjectId> ids() {
      return Set.of(object.id());
    }
  }

  /**
   * Several documents that lie in containers, to be changed together.
   *
   * @param read whether all their index data are known, not only what listings tell
   */
  record Several(List<DmsObject.Document> documents, boolean read) implements Subject {
    public Several {
      documents = List.copyOf(documents);
    }

    @Override
    public Set<ObjectId> ids() {
      return documents.stream().map(DmsObject::id).collect(Collectors.toUnmodifiableSet());
    }

    /** The type that all of them have; empty where they differ. */
    Optional<TypeId> type() {
      List<Optional<TypeId>> types =
          documents.stream().map(DmsObject.Document::type).distinct().toList();
      return types.size() == 1 ? types.getFirst() : Optional.empty();
    }

    /** The same without some. */
    Several without(Collection<ObjectId> out) {
      return new Several(
          documents.stream().filter(document -> !out.contains(document.id())).toList(), read);
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
      case Filed _, Several _ -> FormMode.FILED;
      case New _ -> FormMode.NEW;
    };
  }

  /** Whether the other one is about the same documents. */
  default boolean isSameAs(Subject other) {
    return !ids().isEmpty() && ids().equals(other.ids()) && mode() == other.mode();
  }

  /** The types that its documents have. */
  default Set<TypeId> types() {
    return switch (this) {
      case Tray tray -> typesOf(tray.documents());
      case Filed filed -> typesOf(List.of(filed.object()));
      case Several several -> typesOf(several.documents());
      case New _ -> Set.of();
    };
  }

  private static Set<TypeId> typesOf(List<? extends DmsObject> objects) {
    return objects.stream()
        .flatMap(object -> object.givenType().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The same with a newer description of its one object. */
  default Subject with(DmsObject object) {
    return switch (this) {
      case Tray tray ->
          object instanceof DmsObject.Document document ? new Tray(List.of(document)) : tray;
      case Filed _ -> new Filed(object);
      case Several several -> several;
      case New made -> made;
    };
  }

  /** The one object whose index data the server can be asked for, if it is one. */
  default Optional<DmsObject> single() {
    return switch (this) {
      case Tray(List<DmsObject.Document> documents) when documents.size() == 1 ->
          Optional.of(documents.getFirst());
      case Filed(DmsObject object) -> Optional.of(object);
      default -> Optional.empty();
    };
  }
}
