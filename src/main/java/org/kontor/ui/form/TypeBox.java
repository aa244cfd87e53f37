package org.kontor.ui.form;

import java.util.Optional;
import java.util.StringJoiner;
import javafx.scene.control.TextField;
import org.kontor.model.ObjectType;
import org.kontor.ui.common.Messages;

/** The chooser of the type. */
final class TypeBox implements SuggestBox.Owner<TypeChoice.Option> {
  private final TypeChoice types;
  private final Messages texts;
  private final SuggestBox<TypeChoice.Option> box;

  TypeBox(TypeChoice types, Messages texts) {
    this.types = types;
    this.texts = texts;
    box = new SuggestBox<>(this, texts);
    types.chosenProperty().addListener((_, _, chosen) -> show(chosen));
    types.fixedProperty().addListener((_, _, fixed) -> box.field().setEditable(!fixed));
    box.field().setEditable(!types.fixedProperty().get());
    box.field().setPromptText(texts.get("type.prompt"));
    box.field().setAccessibleText(texts.get("type.label"));
    show(types.chosen());
  }

  private void show(Optional<ObjectType> chosen) {
    box.show(chosen.map(type -> type.name().in(texts.locale())).orElse(""));
  }

  TextField field() {
    return box.field();
  }

  void setAfterEnter(Runnable action) {
    box.setAfterEnter(action);
  }

  @Override
  public void search(String typed) {
    box.offer(
        types.find(typed).stream()
            .map(option -> new SuggestBox.Offer<>(option, option.name(), detail(option), true))
            .toList());
  }

  private String detail(TypeChoice.Option option) {
    StringJoiner parts = new StringJoiner(" · ");
    parts.add(option.cabinet());
    if (types.number(option) > 0) {
      parts.add(texts.get("type.key", types.number(option)));
    }
    if (!types.shortCut(option).isEmpty()) {
      parts.add(types.shortCut(option));
    }
    return parts.toString();
  }

  @Override
  public void take(TypeChoice.Option option) {
    types.choose(option.type());
    // Choosing the same one again changes nothing, but the letters typed have to go.
    show(types.chosen());
  }

  @Override
  public void takeBest() {
    types.find(box.field().getText()).stream().findFirst().ifPresent(this::take);
  }

  @Override
  public void dismiss() {}
}
