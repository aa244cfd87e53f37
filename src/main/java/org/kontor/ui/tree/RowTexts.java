package org.kontor.ui.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kontor.model.Cabinet;
import org.kontor.model.DmsObject;
import org.kontor.model.Kind;
import org.kontor.model.Location;
import org.kontor.model.ObjectTitle;
import org.kontor.model.Schema;
import org.kontor.model.TypeId;
import org.kontor.outbox.Entry;
import org.kontor.ui.common.ContainerOverlay;
import org.kontor.ui.common.EntryTexts;
import org.kontor.ui.common.Mark;
import org.kontor.ui.common.Marks;
import org.kontor.ui.common.Sentences;

/** Makes rows of what the server and the definition say, in the person's language. */
final class RowTexts {
  private final Schema schema;
  private final Locale locale;
  private final Sentences sentences;
  private final Marks marks;
  private final EntryTexts entries;

  RowTexts(Schema schema, Locale locale) {
    this.schema = schema;
    this.locale = locale;
    sentences = new Sentences(locale);
    marks = new Marks(locale);
    entries = new EntryTexts(locale);
  }

  TreeRow cabinet(Cabinet cabinet, boolean open) {
    return new TreeRow.CabinetRow(
        cabinet, cabinet.name().in(locale), open ? TreeRow.Opening.OPEN : TreeRow.Opening.CLOSED);
  }

  /**
   * @param about what the outbox has yet to do about it
   * @param place what it is shown in
   */
  TreeRow container(Child child, Optional<Entry> about, Location place, int depth, boolean open) {
    TypeId type = child.container().type();
    boolean holdsRegisters =
        schema.childTypes(type).anyMatch(inside -> inside.kind() == Kind.REGISTER);
    TreeRow.Opening closed = holdsRegisters ? TreeRow.Opening.CLOSED : TreeRow.Opening.LEAF;
    return new TreeRow.ContainerRow(
        child.container(),
        child.title(),
        about.map(entry -> marks(entry, place, child)).orElseGet(child::marks),
        typeName(type),
        depth,
        open ? TreeRow.Opening.OPEN : closed);
  }

  private List<Mark> marks(Entry about, Location place, Child child) {
    String state =
        ContainerOverlay.leaves(about, place) ? entries.leaving(about) : entries.state(about);
    List<Mark> all = new ArrayList<>(child.marks());
    all.addFirst(new Mark(Mark.Kind.UNDER_WAY, state));
    return all;
  }

  TreeRow coming(Entry entry, int depth) {
    return new TreeRow.Coming(
        entry.title(),
        entry.operation().namedType().map(this::typeName).orElse(""),
        entries.state(entry),
        depth);
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
