package org.kontor.ui.form;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kontor.ui.common.Messages;

/** Finds what is still missing, says so, and leads the person there. */
final class FormCheck {
  private final TypeChoice types;
  private final PlaceChoice places;
  private final Messages texts;
  private final Consumer<String> notice;
  private @Nullable FormAttention attention;

  /**
   * @param notice shows a sentence about the whole form
   */
  FormCheck(TypeChoice types, PlaceChoice places, Messages texts, Consumer<String> notice) {
    this.types = types;
    this.places = places;
    this.texts = texts;
    this.notice = notice;
  }

  void setAttention(FormAttention listener) {
    attention = listener;
  }

  /** Whether everything needed is there; otherwise the person was led to what is not. */
  boolean passes(Subject subject, Optional<IndexData> data) {
    return isTypeSettled(subject) && areFieldsFine(data) && isPlaceFine(subject);
  }

  /** The same without a word. */
  boolean wouldPass(@Nullable Subject subject, Optional<IndexData> data) {
    return switch (subject) {
      case null -> false;
      case Subject.Tray tray ->
          !tray.isMixture()
              && isTypeKnown(tray)
              && data.stream().allMatch(IndexData::isValid)
              && hasEffect(tray, data)
              && places.fit() == PlacePolicy.Fit.FITS;
      case Subject.Filed _, Subject.Several _ ->
          data.filter(d -> d.isValid() && d.isChanged() && d.firstConflict().isEmpty()).isPresent();
      case Subject.New _ -> data.filter(IndexData::isValid).isPresent();
    };
  }

  private boolean hasEffect(Subject.Tray tray, Optional<IndexData> data) {
    return places.chosen().isPresent()
        || tray.hasTypeless()
        || data.filter(IndexData::isChanged).isPresent();
  }

  private boolean isTypeKnown(Subject subject) {
    return types.chosen().isPresent() || types.fixedProperty().get() || !isTypeNeeded(subject);
  }

  private static boolean isTypeNeeded(Subject subject) {
    return subject.mode() != FormMode.FILED;
  }

  private boolean isTypeSettled(Subject subject) {
    if (subject instanceof Subject.Tray tray && tray.isMixture()) {
      notice.accept(texts.get("notice.mixture"));
      return false;
    }
    if (!isTypeKnown(subject)) {
      notice.accept(texts.get("notice.type"));
      lead(FormAttention::toType);
      return false;
    }
    return true;
  }

  private boolean areFieldsFine(Optional<IndexData> data) {
    data.ifPresent(IndexData::leaveAll);
    Optional<FieldModel> conflict = data.flatMap(IndexData::firstConflict);
    Optional<FieldModel> problem = conflict.or(() -> data.flatMap(IndexData::firstProblem));
    problem.ifPresent(
        field -> {
          notice.accept(conflict.isPresent() ? texts.get("notice.conflict") : "");
          lead(to -> to.toField(field));
        });
    return problem.isEmpty();
  }

  private boolean isPlaceFine(Subject subject) {
    if (subject instanceof Subject.Tray && places.fit() != PlacePolicy.Fit.FITS) {
      lead(FormAttention::toPlace);
      return false;
    }
    return true;
  }

  /** Goes on if the place that was typed has been found; otherwise says that it was not. */
  void found(Runnable goOn) {
    if (!places.isUnresolved()) {
      goOn.run();
      return;
    }
    notice.accept(texts.get(places.failedProperty().get() ? "place.failed" : "notice.no-place"));
    lead(FormAttention::toPlace);
  }

  void placeMissing() {
    notice.accept(texts.get("notice.place"));
    lead(FormAttention::toPlace);
  }

  private void lead(Consumer<FormAttention> where) {
    if (attention != null) {
      where.accept(attention);
    }
  }
}
