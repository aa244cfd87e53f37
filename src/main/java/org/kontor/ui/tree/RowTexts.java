package org.kontor.ui.tree;

import java.util.Locale;
import org.kontor.model.Cabinet;
import org.kontor.model.DmsObject;
import org.kontor.model.Kind;
import org.kontor.model.ObjectTitle;
import org.kontor.model.Schema;
import org.kontor.model.TypeId;
import org.kontor.ui.common.Marks;
import org.kontor.ui.common.Sentences;

/** Makes rows of what the server and the definition say, in the person's language. */
final class RowTexts {
  private final Schema schema;
  private final Locale locale;
  private final Sentences sentences;
  private final Marks marks;

  RowTexts(Schema schema, Locale locale) {
    this.schema = schema;
    this.locale = locale;
    sentences = new Sentences(locale);
    marks = new Marks(locale);
  }

  TreeRow cabinet(Cabinet cabinet, boolean open) {
    return new TreeRow.CabinetRow(
        cabinet, cabinet.name().in(locale), open ? TreeRow.Opening.OPEN : TreeRow.Opening.CLOSED);
  }

  TreeRow container(Child child, int depth, boolean open) {
    TypeId type = child.container().type();
    boolean holdsRegisters =
        schema.childTypes(type).anyMatch(inside -> inside.kind() == Kind.REGISTER);
    TreeRow.Opening closed = holdsRegisters ? TreeRow.Opening.CLOSED : TreeRow.Opening.LEAF;
    return new TreeRow.ContainerRow(
        child.container(),
        child.title(),
        child.marks(),
        typeName(type),
        depth,
        open ? TreeRow.Opening.OPEN : closed);
  }

  Child child(DmsObject.Container container) {
    return new Child(container, title(container), marks.of(container.facts()));
  }

  String title(DmsObject.Container container) {
    return ObjectTitle.ofContainer(schema, container, locale);
  }

  String failure(Exception cause) {
    return sentences.of(cause).text();
  }

  private String typeName(TypeId type) {
    return schema.type(type).map(known -> known.name().in(locale)).orElse(type.value());
  }
}
