package org.kontor.ui.tray;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.kontor.ui.common.Messages;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Opens the choice of what the tray is sorted and grouped by. */
final class OrderButton {
  private final ObjectProperty<TrayOrder> order;
  private final Messages messages;
  private final MenuButton button = new MenuButton("", new FontIcon(Feather.SLIDERS));

  OrderButton(ObjectProperty<TrayOrder> order, Messages messages) {
    this.order = order;
    this.messages = messages;
    button.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON, Tweaks.NO_ARROW, "tray-order");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setTooltip(new Tooltip(messages.get("order")));
    order.addListener((_, _, _) -> fill());
    fill();
  }

  Region node() {
    return button;
  }

  private void fill() {
    TrayOrder now = order.get();
    button.setAccessibleText(
        messages.get(
            "order.spoken",
            messages.get("by." + now.by().name()),
            messages.get("groupedBy." + now.group().name())));
    List<MenuItem> items = button.getItems();
    items.clear();
    ToggleGroup sorting = new ToggleGroup();
    for (TrayOrder.By by : TrayOrder.By.values()) {
      items.add(
          choice(
              messages.get("by." + by.name()),
              sorting,
              by == now.by(),
              () -> order.set(new TrayOrder(by, now.descending(), now.group()))));
    }
    CheckMenuItem descending = new CheckMenuItem(messages.get("order.descending"));
    descending.setSelected(now.descending());
    descending.setDisable(now.by() == TrayOrder.By.LISTED);
    descending.setOnAction(_ -> order.set(now.sortedBy(now.by())));
    items.add(new SeparatorMenuItem());
    items.add(descending);
    items.add(new SeparatorMenuItem());
    ToggleGroup grouping = new ToggleGroup();
    for (TrayOrder.Group group : TrayOrder.Group.values()) {
      items.add(
          choice(
              messages.get("groupedBy." + group.name()),
              grouping,
              group == now.group(),
              () -> order.set(now.groupedBy(group))));
    }
  }

  private static RadioMenuItem choice(
      String text, ToggleGroup among, boolean chosen, Runnable choose) {
    RadioMenuItem item = new RadioMenuItem(text);
    item.setToggleGroup(among);
    item.setSelected(chosen);
    item.setOnAction(_ -> choose.run());
    return item;
  }
}
