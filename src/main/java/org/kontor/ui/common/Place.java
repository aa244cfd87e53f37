package org.kontor.ui.common;

import java.util.List;
import org.kontor.model.Location;

/**
 * A place as the window shows it.
 *
 * @param title its own name
 * @param path the names of the cabinet and the containers above it, from the top
 */
public record Place(Location location, String title, List<String> path) {
  public Place {
    path = List.copyOf(path);
  }
}
