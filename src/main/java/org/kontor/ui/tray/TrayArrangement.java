package org.kontor.ui.tray;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.kontor.model.DmsObject;
import org.kontor.model.ObjectId;
import org.kontor.ui.common.Messages;

/** Sorts, groups and filters the tray's entries. */
final class TrayArrangement {
  private final Messages messages;
  private final NameOrder names;
  private final DateTimeFormatter day;

  TrayArrangement(Messages messages, NameOrder names) {
    this.messages = messages;
    this.names = names;
    day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(messages.locale());
  }

  /**
   * The entries that fit, in order, with a heading before each group.
   *
   * @param filter what name or type must contain, in any case; empty fits all
   * @param holds whether a document fits for what its file says
   */
  List<TrayRow> of(
      List<TrayRow> entries, String filter, TrayOrder order, Predicate<ObjectId> holds) {
    String wanted = filter.strip().toLowerCase(messages.locale());
    List<TrayRow> rows = new ArrayList<>(entries.size());
    for (TrayRow entry : entries) {
      if (wanted.isEmpty() || fits(entry, wanted, holds)) {
        rows.add(entry);
      }
    }
    comparator(order).ifPresent(rows::sort);
    return order.group() == TrayOrder.Group.NONE ? rows : grouped(rows, order.group());
  }

  private boolean fits(TrayRow row, String wanted, Predicate<ObjectId> holds) {
    return row.name().toLowerCase(messages.locale()).contains(wanted)
        || row.kind()
            .filter(kind -> kind.toLowerCase(messages.locale()).contains(wanted))
            .isPresent()
        || row.document().map(DmsObject::id).filter(holds).isPresent();
  }

  private Optional<Comparator<TrayRow>> comparator(TrayOrder order) {
    Optional<Comparator<TrayRow>> ascending =
        switch (order.by()) {
          case LISTED -> Optional.empty();
          case NAME -> Optional.of(Comparator.comparing(TrayRow::name, names));
          case RECEIVED ->
              Optional.of(Comparator.comparing(row -> row.received().orElse(Instant.MAX)));
          case KIND -> Optional.of(Comparator.comparing(row -> row.kind().orElse(""), names));
          case SIZE -> Optional.of(Comparator.comparingLong(row -> row.bytes().orElse(0)));
          case STATE -> Optional.of(Comparator.comparing(TrayRow::pending));
        };
    return ascending.map(by -> order.descending() ? by.reversed() : by);
  }

  private List<TrayRow> grouped(List<TrayRow> rows, TrayOrder.Group by) {
    Map<String, List<TrayRow>> groups = new LinkedHashMap<>();
    for (TrayRow row : rows) {
      groups.computeIfAbsent(title(row, by), _ -> new ArrayList<>()).add(row);
    }
    List<String> titles = new ArrayList<>(groups.keySet());
    if (by == TrayOrder.Group.KIND) {
      titles.sort(names);
    }
    List<TrayRow> all = new ArrayList<>(rows.size() + titles.size());
    for (String title : titles) {
      List<TrayRow> members = groups.getOrDefault(title, List.of());
      all.add(TrayRow.heading(title, messages.get("group.heading", title, members.size())));
      all.addAll(members);
    }
    return all;
  }

  private String title(TrayRow row, TrayOrder.Group by) {
    return switch (by) {
      case NONE -> "";
      case KIND -> row.kind().orElseGet(() -> messages.get("untyped"));
      case DAY ->
          row.received()
              .map(moment -> LocalDate.ofInstant(moment, ZoneId.systemDefault()).format(day))
              .orElseGet(() -> messages.get("group.noDay"));
      case STATE -> messages.get("group." + row.pending().name());
    };
  }
}
